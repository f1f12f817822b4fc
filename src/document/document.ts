import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { nodesOf } from '#citation/nodes.ts';
import type { Problem, YamlFault } from '#problem/problem.ts';
import { schemaIssues } from '#problem/schema-issues.ts';
import type { Place } from '#text/location.ts';
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

/** Read front matter and headings of a document. `tree` is that of the text with its front matter blanked. */
export function readDocument(
  { folder, slug, file, text }: Pick<Document, 'folder' | 'slug' | 'file' | 'text'>,
  tree: Root,
): DocumentReading {
  const failed = (faults: readonly FrontMatterFault[]): DocumentReading => ({
    document: undefined,
    labels: [],
    mentions: [],
    problems: faults.map((fault) => ({ ruleId: 'article-invalid', part: 'front-matter', ...fault, file })),
  });

  const yamlText = FRONT_MATTER.exec(text)?.[1];
  if (yamlText === undefined) {
    const start = { line: 1, column: 1, offset: 0 };
    return failed([{ fault: 'no-front-matter', place: { start, end: start } }]);
  }
  const yaml = readYaml(yamlText, { line: 1, column: 4, offset: 3 });
  if (yaml.errors.length > 0) return failed(yaml.errors);

  const schema = MATTER[folder];
  const { data, error } = schema.safeParse(yaml.value ?? {});
  if (error) return failed(schemaIssues(error.issues, yaml, Object.keys(schema.shape)));

  // The compiler cannot see that the schema is that of the folder.
  const document = { folder, slug, file, text, matter: data, headings: readHeadings(tree) } as Document;
  return { document, labels: readLabels(document, yaml), mentions: readMentions(document, yaml), problems: [] };
}

type FrontMatterFault = (YamlFault | { readonly fault: 'no-front-matter' }) & { readonly place: Place };

function readLabels({ matter }: Document, yaml: YamlText): Label[] {
  const labels: Label[] = [
    { of: 'document', words: matter.title, place: yaml.placeAt(['title']) },
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
    const text = toText(node);
    return { id: slugger.slug(text), text, depth: node.depth };
  });
}
