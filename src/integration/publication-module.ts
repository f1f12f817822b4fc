import type { Root } from 'mdast';
import type { Plugin } from 'vite';
import type { Publication } from '#corpus/publication.ts';
import type { Share } from '#corpus/shard.ts';
import type { PictureOf } from './card-pictures.ts';
import { drawPicture } from './draw-picture.ts';

/** What pages may know. */
export interface Published {
  readonly publication: () => Publication;
  /** Whose pages this build makes. */
  readonly share: () => Share;
  /** The syntax tree of the text of an article that was checked, by its slug: a new one for each call. */
  readonly treeOf: (slug: string) => Root;
  /** The body of a document as HTML; undefined for one that is left to MDX. */
  readonly bodyOf: (file: string) => string | undefined;
  /** What the body of a document is made of besides what its publication says, as a digest. */
  readonly groundsOf: (file: string) => string;
  /** The documents that are left to MDX. */
  readonly modules: () => readonly string[];
  /** What gives the pictures for previews; undefined where pages are made without them. */
  readonly pictures: () => PictureOf | undefined;
}

/** The modules, by their names. */
const MODULES: Readonly<Record<string, (published: Published) => unknown>> = {
  'virtual:publication': ({ publication }) => publication(),
  'virtual:share': ({ share }) => share(),
  'virtual:article-trees': ({ treeOf }) => treeOf,
  'virtual:bodies': ({ bodyOf }) => bodyOf,
  'virtual:grounds': ({ groundsOf }) => groundsOf,
  'virtual:pictures': ({ pictures }) => pictures(),
  'virtual:drawing': () => drawPicture,
};

/** Is it, as Vite names it, one of the modules that pages are given? */
export function isGivenToPages(id: string): boolean {
  return Object.hasOwn(MODULES, id.replace('\0', ''));
}

/**
 * Give pages what was checked as modules (`virtual:publication` and others), so that no page can show a text that was not. Pages are made in the process of the check, so nothing is written into their programs but the way to it:
 * reading all sources of a large site from there takes longer, and twice the memory.
 */
export function publicationModules(published: Published): Plugin {
  const shelf = shelfOf(globalThis);
  return {
    name: 'citations:publication',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load: (id) => {
      const name = id.replace('\0', '');
      const value = MODULES[name];
      if (!value) return undefined;
      shelf.set(name, value(published));
      return [
        `export default globalThis[Symbol.for(${JSON.stringify(SHELF)})].get(${JSON.stringify(name)});`,
        ...(name === 'virtual:bodies' ? [`export const modules = ${writeImports(published.modules())};`] : []),
      ].join('\n');
    },
  };
}

/** An object with a function for each file that loads its module. */
function writeImports(files: readonly string[]): string {
  const entries = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`/${file}`)})`);
  return `{ ${entries.join(', ')} }`;
}

const SHELF = 'below-the-surface:published';

/** What the modules of pages are given, by their names. */
function shelfOf(holder: object): Map<string, unknown> {
  const key = Symbol.for(SHELF);
  const held: unknown = Reflect.get(holder, key);
  if (held instanceof Map) return held;
  const shelf = new Map<string, unknown>();
  Reflect.set(holder, key, shelf);
  return shelf;
}
