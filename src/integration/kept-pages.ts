import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { keepResults, readKept } from '#io/kept-results.ts';
import { inWords } from './stop.ts';

/** Under which name it is kept what each page was made of. */
const NAME = 'pages';

const DIGEST_LENGTH = 32;

export interface KeptPages {
  /** Puts what can be taken into its place, and makes only the rest with another prerenderer. */
  readonly prerenderer: (own: AstroPrerenderer) => AstroPrerenderer;
  /** How many pages could be taken so far, and how many were made that can be taken the next time. */
  readonly count: () => { readonly taken: number; readonly made: number };
  /** Remember, once the new site is in its place, what its pages were made of. */
  readonly keep: () => void;
}

/** Where pages are taken from and put. */
export interface Places {
  /** The project. */
  readonly root: string;
  /** The site that an earlier build has left. */
  readonly output: string;
  /** The folder that this build writes to. */
  readonly staged: string;
}

/**
 * Take pages from the site of an earlier build where this one would make them again: where both have the same `cacheKey` (Astro's,
 * of `getStaticPaths`) and were made with the same `program`. Each file is read and taken only if it is, to the byte, the one that was
 * written then. All other pages are made. Astro is not told of those that were taken: it needs as long to pass a page on as to
 * make a plain one.
 *
 * @param program Tells all that pages are made with apart, but what is in their keys.
 * @param onTaken Is told the path of each page, such as `/articles/turkey`, that Astro will not tell of.
 */
export function keptPages(
  { root, output, staged }: Places,
  program: string,
  onTaken: (pathname: string) => void = () => {},
): KeptPages {
  const kept = readKept(root, NAME);
  const keys = new Map<string, Buffer>();
  /** By path, two digests: of what a page was made of, and of the page. */
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  let taken = 0;

  /** Put the earlier file in its place, if it is what was written then. */
  const take = (file: string, key: Buffer): boolean => {
    const known = kept.get(file);
    if (!known || !key.equals(known.subarray(0, DIGEST_LENGTH))) return false;
    let page: Buffer;
    try {
      page = readFileSync(join(output, file));
    } catch {
      return false;
    }
    if (!digestOf(page).equals(known.subarray(DIGEST_LENGTH))) return false;
    const place = join(staged, file);
    mkdirSync(dirname(place), { recursive: true });
    // Written anew, not linked: nobody can change it in the earlier site while this one is built.
    writeFileSync(place, page);
    made.set(file, known);
    taken += 1;
    return true;
  };

  return {
    prerenderer: (own) => ({
      ...own,
      async getStaticPaths() {
        const paths = await own.getStaticPaths();
        const same = Map.groupBy(paths, ({ pathname }) => nameOf(pathname));
        const mustBeMade = ({ pathname, route: { type }, cacheKey }: (typeof paths)[number]) => {
          // Of two pages at one address, Astro decides which it is.
          if (cacheKey === undefined || same.get(nameOf(pathname))?.length !== 1) return true;
          const key = digestOf([program, output, cacheKey].join('\0'));
          if (take(fileOf(pathname, type), key)) {
            if (type === 'page') onTaken(pathname);
            return false;
          }
          keys.set(nameOf(pathname), key);
          return true;
        };
        return inWords(staged, 'write', () => paths.filter(mustBeMade));
      },
      async render(request, options) {
        const pathname = decodeURI(new URL(request.url).pathname);
        const result = await own.render(request, options);
        const key = keys.get(nameOf(pathname));
        const response = result instanceof Response ? result : result.response;
        // Of another kind are pages that lead elsewhere, and those that are none.
        if (!key || response.status !== 200 || !response.body) return result;
        const bytes = new Uint8Array(await response.arrayBuffer());
        const record = Buffer.concat([key, digestOf(bytes)]);
        made.set(fileOf(pathname, options.routeData.type), new Uint8Array(record));
        return new Response(bytes, response);
      },
    }),
    count: () => ({ taken, made: made.size - taken }),
    keep: () => keepResults(root, NAME, made),
  };
}

/** Where Astro puts a page, below the folder of the site. */
function fileOf(pathname: string, type: string): string {
  return type === 'page' ? join(nameOf(pathname), 'index.html') : nameOf(pathname);
}

/** A path without the slashes at its ends. */
function nameOf(pathname: string): string {
  return pathname.replace(/^\/|\/$/g, '');
}

function digestOf(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
