import { type Folder, MATTER } from './front-matter.ts';

interface PageName {
  readonly folder: Folder;
  readonly slug: string;
}

/** The page of a file below `content/`, or what is wrong with its name and the page that it was probably meant for. */
export type DocumentName =
  | { readonly page: PageName; readonly fault: undefined }
  | {
      readonly page: PageName | undefined;
      /** `link`: a symbolic link; `extension`: not `.mdx`; `name`: an unknown folder, or not a slug. */
      readonly fault: 'link' | 'extension' | 'name';
    };

/**
 * Read the name of a file below `content/`, with `/`. Only `.mdx` is published: Astro renders other Markdown from a
 * cache that does not know the sources. The target of a symbolic link may be outside the project and change without it.
 */
export function readDocumentName(name: string, isLink: boolean): DocumentName {
  const lowerCase = name.toLowerCase();
  if (isLink) return { page: pageOf(lowerCase), fault: 'link' };
  if (!name.endsWith('.mdx')) {
    return { page: pageOf(lowerCase.replace(/\.(?:mdx?|markdown)$/, '.mdx')), fault: 'extension' };
  }
  const page = pageOf(name);
  return page ? { page, fault: undefined } : { page: pageOf(lowerCase), fault: 'name' };
}

function pageOf(name: string): PageName | undefined {
  const [, folder = '', slug = ''] = /^([^/]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name) ?? [];
  return Object.hasOwn(MATTER, folder) ? { folder: folder as Folder, slug } : undefined;
}
