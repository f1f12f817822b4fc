import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { nodesOf } from '#citation/nodes.ts';
import type { ArticleFault, Problem } from '#problem/problem.ts';
import { schemaIssues } from '#problem/schema-issues.ts';
import type { Place, Point } from '#text/location.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';
import { type ArticleMatter, type Folder, MATTER, type PageMatter, type ThemeMatter } from './front-matter.ts';

interface DocumentBase<Kind extends Folder, Matter> {
  readonly folder: Kind;
  /** The file's name without `.mdx`; part of the address. */
  readonly slug: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  /** The file as written. */
  readonly text: string;
  readonly matter: Matter;
  /** Headings below the title, in order, with the ids that their anchors get. */
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

export type Article = DocumentBase<'articles', ArticleMatter>;
export type Theme = DocumentBase<'themes', ThemeMatter>;
export type Page = DocumentBase<'pages', PageMatter>;

/** One cited document of the site with valid front matter. */
export type Document = Article | Theme | Page;

/** What names other documents in the front matter, with its place. */
export interface Mention {
  readonly kind: 'theme' | 'article';
  readonly slug: string;
  readonly place: Place;
}

/** A line of the front matter that readers see. */
export interface Label {
  /** `texts`: it speaks of the cited texts as a whole, and not of what the document says. */
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

/** The front matter's opening line, its YAML, and its closing line. Astro reads it by the same pattern. */
const FRONT_MATTER = /^---([\s\S]*?\n)---/;

/**
 * Replace front matter by spaces, so that offsets, lines and columns of the rest are those of the file. So is a byte order mark
 * at the start: parsers pass over it, and count the places behind it without it.
 */
export function blankFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\r\n]/g, ' ')).replace(/^\uFEFF/, ' ');
}

/** Read front matter and headings of one document. The tree is that of the text with its front matter blanked. */
export function readDocument(
  { folder, slug, file, text }: { folder: Folder; slug: string; file: string; text: string },
  tree: Root,
): DocumentReading {
  const invalid = (fault: ArticleFault & { part: 'front-matter' }, place: Place): Problem => ({
    ruleId: 'article-invalid',
    ...fault,
    file,
    place,
  });
  const failed = (problems: Problem[]): DocumentReading => ({
    document: undefined,
    labels: [],
    mentions: [],
    problems,
  });

  const yamlText = FRONT_MATTER.exec(text)?.[1];
  if (yamlText === undefined) {
    return failed([invalid({ part: 'front-matter', fault: 'no-front-matter' }, { start: START, end: START })]);
  }
  const yaml = readYaml(yamlText, { line: 1, column: 4, offset: 3 });
  if (yaml.errors.length > 0) {
    return failed(yaml.errors.map(({ place, ...fault }) => invalid({ part: 'front-matter', ...fault }, place)));
  }

  const schema = MATTER[folder];
  const { data, error } = schema.safeParse(yaml.value ?? {});
  if (error) {
    const issues = schemaIssues(error.issues, yaml, Object.keys(schema.shape));
    return failed(issues.map(({ place, ...fault }) => invalid({ part: 'front-matter', ...fault }, place)));
  }

  // The schema was chosen by the folder, which the compiler cannot follow through the table.
  const document = { folder, slug, file, text, matter: data, headings: readHeadings(tree) } as Document;
  return { document, labels: readLabels(document, yaml), mentions: readMentions(document, yaml), problems: [] };
}

const START: Point = { line: 1, column: 1, offset: 0 };

function readLabels({ matter }: Document, yaml: YamlText): Label[] {
  const label = (key: string, words: string, of: Label['of'] = 'document'): Label => ({
    of,
    words,
    place: yaml.placeAt([key]),
  });
  return [
    label('title', matter.title),
    label('description', matter.description),
    ...('asOf' in matter ? [label('asOf', matter.asOf, 'texts')] : []),
  ];
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
  const headings: { id: string; text: string; depth: number }[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type !== 'heading') continue;
    const text = toText(node);
    headings.push({ id: slugger.slug(text), text, depth: node.depth });
  }
  return headings;
}
