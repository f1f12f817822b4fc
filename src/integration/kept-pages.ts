import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keepResults, readKept } from '#io/kept-results.ts';

/** Under which name it is kept what each page was made of. */
const NAME = 'pages';

const DIGEST_LENGTH = 32;

export interface KeptPages {
  /** Makes what cannot be taken from the earlier site with another prerenderer. */
  readonly prerenderer: (own: AstroPrerenderer) => AstroPrerenderer;
  /** How many pages could be taken so far, and how many were made that can be taken the next time. */
  readonly count: () => { readonly taken: number; readonly made: number };
  /** Remember, once the new site is in its place, what its pages were made of. */
  readonly keep: () => void;
}

/**
 * Take pages from the site that an earlier build has left in `output`, where this one would make them again: where both have the
 * same `cacheKey` (Astro's, of `getStaticPaths`) and were made with the same `program`. Each file is read and taken only if it is, to
 * the byte, the one that was written then. All other pages are made.
 *
 * @param program Tells all that pages are made with apart, but what is in their keys.
 */
export function keptPages(root: string, output: string, program: string): KeptPages {
  const kept = readKept(root, NAME);
  const keys = new Map<string, Buffer>();
  /** By path, two digests: of what a page was made of, and of the page. */
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  let taken = 0;

  const take = (file: string, key: Buffer) => {
    const known = kept.get(file);
    if (!known || !key.equals(known.subarray(0, DIGEST_LENGTH))) return undefined;
    let page: Buffer;
    try {
      page = readFileSync(join(output, file));
    } catch {
      return undefined;
    }
    if (!digestOf(page).equals(known.subarray(DIGEST_LENGTH))) return undefined;
    made.set(file, known);
    taken += 1;
    return page;
  };

  return {
    prerenderer: (own) => ({
      ...own,
      async getStaticPaths() {
        const paths = await own.getStaticPaths();
        for (const { pathname, cacheKey } of paths) {
          const place = [program, output, cacheKey].join('\0');
          if (cacheKey !== undefined) keys.set(nameOf(pathname), digestOf(place));
        }
        return paths;
      },
      async render(request, options) {
        const name = nameOf(decodeURI(new URL(request.url).pathname));
        const key = keys.get(name);
        if (!key) return own.render(request, options);
        const file = options.routeData.type === 'page' ? `${name}/index.html` : name;
        const page = take(file, key);
        if (page) return new Response(new Uint8Array(page));

        const result = await own.render(request, options);
        const response = result instanceof Response ? result : result.response;
        // Of another kind are pages that lead elsewhere, and those that are none.
        if (response.status !== 200 || !response.body) return result;
        const bytes = new Uint8Array(await response.arrayBuffer());
        made.set(file, new Uint8Array(Buffer.concat([key, digestOf(bytes)])));
        return new Response(bytes, response);
      },
    }),
    count: () => ({ taken, made: made.size - taken }),
    keep: () => keepResults(root, NAME, made),
  };
}

/** A path without the slashes at its ends. */
function nameOf(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '');
}

function digestOf(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
