import { withBase } from '#text/base-path.ts';

/** The address of a page or file of this site, from its path, such as `/sources/`. */
export function at(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
