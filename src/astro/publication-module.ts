import type { Root } from 'mdast';
import type { Plugin } from 'vite';
import type { Publication } from '#publication/publication.ts';

/** What pages may know. */
export interface Published {
  readonly publication: () => Publication;
  /** The syntax tree of the checked text of an article, by its slug: a new one for each call. */
  readonly treeOf: (slug: string) => Root;
  /** Draw an SVG as PNG. `width` is in pixels; the height follows. */
  readonly drawPicture: (svg: string, width: number) => Promise<Uint8Array<ArrayBuffer>>;
}

const ID = 'virtual:publication';

/** Is it, as Vite names it, the module that pages get the publication from? */
export function isPublicationModule(id: string): boolean {
  return id === `\0${ID}`;
}

/**
 * Provide `virtual:publication`, by which pages get what was checked and nothing else. Pages are rendered in the process that
 * ran the check, so the module takes the values from there: as JSON, all sources would be parsed once more.
 */
export function publicationModule(published: Published): Plugin {
  const key = 'below-the-surface:published';
  Reflect.set(globalThis, Symbol.for(key), published);
  return {
    name: 'citations:publication',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) =>
      isPublicationModule(id)
        ? `const { publication, treeOf, drawPicture } = globalThis[Symbol.for('${key}')];
           export default publication();
           export { treeOf, drawPicture };`
        : undefined,
  };
}
