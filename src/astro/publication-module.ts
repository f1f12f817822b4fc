import type { Root } from 'mdast';
import type { Plugin } from 'vite';
import type { Publication } from '#publication/publication.ts';

/** The exports of `virtual:publication`. */
export interface Published {
  readonly publication: () => Publication;
  /** As in `CheckedProject`. */
  readonly treeOf: (file: string) => Root;
  readonly drawPicture: (svg: string, width: number) => Promise<Uint8Array<ArrayBuffer>>;
}

const ID = 'virtual:publication';

/** Is it Vite's id of the module? */
export function isPublicationModule(id: string): boolean {
  return id === `\0${ID}`;
}

/**
 * Provide `virtual:publication`, from which pages get everything that they may know. They are rendered in the process
 * that ran the check, so the module passes the values by reference rather than as JSON.
 */
export function publicationModule(published: Published): Plugin {
  const key = 'citations:published';
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
