import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { nodesOf } from '#citation/nodes.ts';
import { plainText } from '#citation/prose.ts';
import type { Problem, YamlFault } from '#problem/problem.ts';
import { cutValues, schemaIssues } from '#problem/schema-issues.ts';
import { textsOf } from '#problem/suspicious-characters.ts';
import { indexLines, type Place, placeOf, placeOfNode, spanOf } from '#text/location.ts';
import { findPlaceholder, WRITE_HERE } from '#text/placeholder.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';
import { type ArticleMatter, type Folder, MATTER, type PageMatter, type ThemeMatter } from './front-matter.ts';
import { isComment } from './jsx.ts';

interface DocumentBase<Kind extends Folder, Matter> {
  readonly folder: Kind;
  /** The file's name without `.mdx`; part of the address. */
  readonly slug: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  /** The file as written. */
  readonly text: string;
  readonly matter: Matter;
  /** Headings below the title, in order, with the ids of their anchors. */
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

export type Article = DocumentBase<'articles', ArticleMatter>;
export type Theme = DocumentBase<'themes', ThemeMatter>;
export type Page = DocumentBase<'pages', PageMatter>;

/** A document of the site with valid front matter. */
export type Document = Article | Theme | Page;

/** The slug of another document in the front matter, or in an element. */
export interface Mention {
  readonly kind: 'theme' | 'article';
  readonly slug: string;
  readonly place: Place;
}

/** A value of the front matter that readers see. */
export interface Label {
  /** `texts`: it describes the cited texts as a whole, not the content of the document. */
  readonly of: 'document' | 'texts';
  readonly words: string;
  readonly place: Place;
}

export interface DocumentReading {
  readonly document: Document | undefined;
  readonly labels: readonly Label[];
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

/** Opening line, YAML and closing line; the same pattern as Astro's. */
const FRONT_MATTER = /^---([\s\S]*?\n)---/;

/**
 * Replace the front matter with spaces, so that offsets, lines and columns of the rest are those of the file. A byte
 * order mark is replaced too: parsers skip it, and their places would be one too low.
 */
export function blankFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\r\n]/g, ' ')).replace(/^\uFEFF/, ' ');
}

export function hasFrontMatter(text: string): boolean {
  return FRONT_MATTER.test(text);
}

/**
 * Does a document say that it is a draft? Also one that cannot be read: what an author has only begun must not stop the
 * build of the others. The home page cannot be one.
 */
export function isDraft({ folder, slug, text }: Pick<Document, 'folder' | 'slug' | 'text'>): boolean {
  if (folder === 'pages' && slug === 'home') return false;
  const matter = FRONT_MATTER.exec(text)?.[1] ?? '';
  // Few documents are drafts: the others are not read a second time.
  if (!matter.includes('draft')) return false;
  const { value } = readYaml(matter);
  return value === undefined ? /^draft:[ \t]+true\b/m.test(matter) : Reflect.get(Object(value), 'draft') === true;
}

/** Read front matter and headings of a document. `tree` is that of the text with its front matter blanked. */
export function readDocument(
  { folder, slug, file, text }: Pick<Document, 'folder' | 'slug' | 'file' | 'text'>,
  tree: Root,
): DocumentReading {
  const toProblem = (fault: FrontMatterFault): Problem => ({ ...FAULTY, ...fault, file });
  const failed = (faults: readonly FrontMatterFault[]): DocumentReading => ({
    document: undefined,
    labels: [],
    mentions: [],
    problems: faults.map(toProblem),
  });

  const yamlText = FRONT_MATTER.exec(text)?.[1];
  if (yamlText === undefined) return { ...failed([]), problems: [noFrontMatter(file)] };
  const yaml = readYaml(yamlText, { line: 1, column: 4, offset: 3 });
  if (yaml.errors.length > 0) return failed(yaml.errors);

  const schema = MATTER[folder];
  const { data, error } = schema.safeParse(yaml.value ?? {});
  if (error) return failed(schemaIssues(error.issues, yaml, Object.keys(schema.shape)));

  // The compiler cannot see that the schema is that of the folder.
  const document = { folder, slug, file, text, matter: data, headings: readHeadings(tree) } as Document;
  const labels = readLabels(document, yaml);
  const said = 'Expected no draft: every site has a home page';
  const isHome = folder === 'pages' && slug === 'home';
  const placeholders = findPlaceholders(textsOf(yaml.value, yaml.placeAt), tree, text);
  // A skeleton says by itself that sentences are missing.
  const isEmpty =
    folder === 'articles' &&
    tree.children.every(isComment) &&
    !placeholders.some(({ written }) => written === WRITE_HERE);
  const problems: Problem[] = [
    ...(isEmpty ? [{ ruleId: 'article-invalid', part: 'empty', file, place: endOf(text) } as const] : []),
    ...(isHome && data.draft
      ? [toProblem({ fault: 'value', path: 'draft', said, place: yaml.placeAt(['draft']) })]
      : []),
    ...cutValues(schema, yaml).map(toProblem),
    ...placeholders.map(
      ({ written, place }): Problem => ({ ruleId: 'article-invalid', part: 'placeholder', written, file, place }),
    ),
  ];
  return { document, labels, mentions: readMentions(document, yaml), problems };
}

function endOf(text: string): Place {
  return placeOf(indexLines(text), { start: text.trimEnd().length, end: text.trimEnd().length });
}

type FrontMatterFault = YamlFault & { readonly place: Place };

const FAULTY = { ruleId: 'article-invalid', part: 'front-matter' } as const;

/** The problem of a document without any. */
export function noFrontMatter(file: string): Problem {
  const start = { line: 1, column: 1, offset: 0 };
  return { ...FAULTY, fault: 'no-front-matter', file, place: { start, end: start } };
}

/** Words in the front matter, the prose and its comments that somebody still has to replace; no words of sources. */
function findPlaceholders(values: readonly Pick<Label, 'words' | 'place'>[], tree: Root, text: string) {
  const found: { readonly written: string; readonly place: Place }[] = [];
  for (const { words, place } of values) {
    const written = findPlaceholder(words);
    if (written !== undefined) found.push({ written, place });
  }
  const lines = indexLines(text);
  visit(tree, (node, index, parent) => {
    if (parent?.type === 'footnoteDefinition' && index === 0) return SKIP;
    if (node.type !== 'text' && !isComment(node)) return undefined;
    const written = findPlaceholder(toText(node).replace(/^\/\*/, ''));
    if (written === undefined) return undefined;
    const { start, end } = spanOf(placeOfNode(node));
    const at = text.slice(start, end).indexOf(written);
    // A character reference in it is written otherwise.
    const span = at === -1 ? { start, end } : { start: start + at, end: start + at + written.length };
    found.push({ written, place: placeOf(lines, span) });
    return undefined;
  });
  return found;
}

function readLabels({ folder, slug, matter }: Document, yaml: YamlText): Label[] {
  // The name of the site is no statement.
  const isHome = folder === 'pages' && slug === 'home';
  const labels: Label[] = [
    ...(isHome ? [] : [{ of: 'document', words: matter.title, place: yaml.placeAt(['title']) } as const]),
    { of: 'document', words: matter.description, place: yaml.placeAt(['description']) },
  ];
  return 'asOf' in matter ? [...labels, { of: 'texts', words: matter.asOf, place: yaml.placeAt(['asOf']) }] : labels;
}

function readMentions(document: Document, yaml: YamlText): Mention[] {
  const list = (kind: Mention['kind'], key: string, slugs: readonly string[]): Mention[] =>
    slugs.map((slug, index) => ({ kind, slug, place: yaml.placeAt([key, index]) }));

  switch (document.folder) {
    case 'articles':
      return [
        ...list('theme', 'themes', document.matter.themes),
        ...list('article', 'related', document.matter.related),
      ];
    case 'themes':
      return list('article', 'reading', document.matter.reading);
    case 'pages':
      return [];
  }
}

function readHeadings(tree: Root): Document['headings'] {
  const slugger = new GithubSlugger();
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const text = plainText(node);
    return { id: slugger.slug(text), text, depth: node.depth };
  });
}
