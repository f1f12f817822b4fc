import type { Plugin } from 'vite';
import type { Publication } from '#corpus/publication.ts';

/** What pages may know. */
export interface Published {
  readonly publication: () => Publication;
  /** The text of each article that was checked, front matter blanked, by slug. */
  readonly articleTexts: () => Readonly<Record<string, string>>;
}

/**
 * Give pages what was checked as the modules `virtual:publication` and `virtual:article-texts`, so that no page can show a
 * text that was not. It is written as a string of JSON: that is read faster than an object literal, and no text of a source
 * is ever code.
 */
export function publicationModules({ publication, articleTexts }: Published): Plugin {
  const modules = new Map<string, () => object>([
    ['virtual:publication', publication],
    ['virtual:article-texts', articleTexts],
  ]);
  return {
    name: 'citations:publication',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load: (id) => {
      const data = modules.get(id.replace('\0', ''));
      return data && `export default JSON.parse(${JSON.stringify(JSON.stringify(data()))});`;
    },
  };
}
