import type { BlockContent, FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { JsxElement } from '#document/jsx.ts';
import { KIND_LABELS } from '#markdown/note.ts';
import type { PublishedArticle } from '#publication/publication.ts';
import type { PublishedCitation } from '#publication/publish-note.ts';
import { languageMarks } from '#text/language.ts';
import { placeOfNode } from '#text/location.ts';
import { withoutElements } from './without-elements.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' }).freeze();

/**
 * Write an article as plain Markdown with GFM footnotes, for programs that read no HTML. Each footnote has the quoted
 * words and their address; addresses are absolute.
 *
 * @param tree The tree of the checked text. It is changed.
 */
export function markdownTwin(article: PublishedArticle, tree: Root, site: URL): string {
  tree.children = withoutElements(tree.children, (component, content) => writeElement(component, content, article));
  visit(tree, (node) => {
    if ('url' in node) node.url = new URL(node.url, new URL(article.address, site)).href;
    if (node.type === 'footnoteDefinition') writeNote(node, article, site);
  });

  const { title, description, asOf } = article.matter;
  const head: RootContent[] = [
    { type: 'heading', depth: 1, children: [plain(title)] },
    { type: 'blockquote', children: [paragraph(plain(description))] },
    paragraph(plain(`As of: ${asOf} Published at `), linkTo(new URL(article.address, site).href)),
  ];
  return writer.stringify({ type: 'root', children: [...head, ...tree.children] });
}

/** A component in words. */
function writeElement(element: JsxElement, blocks: readonly BlockContent[], article: PublishedArticle): BlockContent[] {
  const lead: PhrasingContent = { type: 'strong', children: [plain(leadOf(element, article))] };
  const [first, ...rest] = blocks;
  // The lead of a chart is its title.
  if (element.name === 'Chart' || first?.type !== 'paragraph') return [paragraph(lead), ...blocks];
  return [paragraph(lead, plain(': '), ...first.children), ...rest];
}

function leadOf(element: JsxElement, { events, charts }: PublishedArticle): string {
  const start = placeOfNode(element).start.offset;
  const isThis = ({ offset }: { readonly offset: number }) => offset === start;
  const chart = charts.find(isThis);
  const point = charts.flatMap(({ points }) => points).find(isThis);
  if (chart) return chart.title;
  if (point) return `${point.label} (${point.by}, ${point.when})`;
  return events
    .filter(isThis)
    .map(({ date }) => date?.words ?? 'No date')
    .join();
}

function writeNote(definition: FootnoteDefinition, { notes }: PublishedArticle, site: URL): void {
  const [, ...remarks] = definition.children;
  const citations = notes
    .filter(({ identifier }) => identifier === definition.identifier)
    .flatMap((note) => note.citations);
  definition.children = [...citations.map((citation) => writeCitation(citation, site)), ...remarks];
}

function writeCitation(citation: PublishedCitation, site: URL): Paragraph {
  const { parts, voices, slips, sourceName, genre, issued, lines, href } = citation;
  const said =
    voices.length === 0
      ? 'Stated by the text'
      : voices.map(({ kind, by }) => `${KIND_LABELS[kind]}, voiced by ${by}`).join('; ');
  const read = slips.map((slip) => ` Printed “${slip.printed}”; read “${slip.read}”.`).join('');
  const { lang, dir } = languageMarks(citation.language);
  const words = plain(`“${parts.join(' […] ')}”`);
  return paragraph(
    ...(dir ? [html(`<span lang="${lang}" dir="${dir}">`), words, html('</span>')] : [words]),
    plain(` – ${said}.${read} ${[sourceName, genre, issued, lines].filter(Boolean).join(', ')}: `),
    linkTo(new URL(href, site).href),
  );
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function plain(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Markdown has no mark for a language. */
function html(value: string): PhrasingContent {
  return { type: 'html', value };
}

function linkTo(url: string): PhrasingContent {
  return { type: 'link', url, children: [plain(url)] };
}
