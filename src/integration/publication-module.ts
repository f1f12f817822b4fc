import type { Plugin } from 'vite';
import type { Publication } from '#corpus/publication.ts';

const NAME = 'virtual:publication';
const RESOLVED = `\0${NAME}`;

/**
 * Give pages what was checked as the module `virtual:publication`, so that no page can show a text that was not. It is
 * written as a string of JSON: that is read faster than an object literal, and no text of a source is ever code.
 */
export function publicationModule(publication: () => Publication): Plugin {
  return {
    name: NAME,
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED ? `export default JSON.parse(${JSON.stringify(JSON.stringify(publication()))});` : undefined,
  };
}
