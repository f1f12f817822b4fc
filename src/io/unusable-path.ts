import { realpathSync } from 'node:fs';

/** What bundlers take for an escape, a fragment, a query or the end of a name in the address of a module. */
const UNUSABLE = /[%#?"]/;

/**
 * Find the first character in the path of a folder, or in that of the folder to which it links, with which a site is
 * built without its styles and scripts, or not at all. Spaces and letters of all languages are fine.
 */
export function unusableCharacter(path: string): { readonly character: string; readonly path: string } | undefined {
  for (const one of [path, realpathSync(path)]) {
    const character = UNUSABLE.exec(one)?.[0];
    if (character !== undefined) return { character, path: one };
  }
  return undefined;
}
