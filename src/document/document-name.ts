import { type Folder, MATTER } from './front-matter.ts';

interface PageName {
  readonly folder: Folder;
  readonly slug: string;
}

/** What the name of a file below `content/` tells: its page, or what is wrong with the file and the page it may be meant for. */
export type DocumentName =
  | { readonly page: PageName; readonly fault: undefined }
  | {
      readonly page: PageName | undefined;
      /** `link`: a symbolic link; `extension`: no `.mdx`; `name`: another folder, or no slug. */
      readonly fault: 'link' | 'extension' | 'name';
    };

/**
 * Read the name of a file below `content/`, with `/`. Only `.mdx` is published: Astro renders other Markdown from a cache
 * that does not know the sources. What a symbolic link leads to can lie outside of the project and change without it.
 */
export function readDocumentName(name: string, isLink: boolean): DocumentName {
  const page = pageOf(name);
  if (isLink) return { page: pageOf(name.toLowerCase()), fault: 'link' };
  if (!name.endsWith('.mdx')) {
    return { page: pageOf(name.toLowerCase().replace(/\.(?:mdx?|markdown)$/, '.mdx')), fault: 'extension' };
  }
  return page ? { page, fault: undefined } : { page: pageOf(name.toLowerCase()), fault: 'name' };
}

function pageOf(name: string): PageName | undefined {
  const [, folder = '', slug = ''] = /^([^/]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name) ?? [];
  return isFolder(folder) ? { folder, slug } : undefined;
}

function isFolder(name: string): name is Folder {
  return Object.hasOwn(MATTER, name);
}
