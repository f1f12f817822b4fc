import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepResults, readKept } from '#io/kept-results.ts';

/** Under which name it is kept what each page was made of. */
const NAME = 'pages';

const DIGEST_LENGTH = 32;

/** The pages of the site of an earlier build. */
export interface KeptPages {
  /** The bytes of a file of that site, if it is what would be made again of what has this key, and was not touched since. */
  readonly find: (file: string, cacheKey: string) => Buffer | undefined;
  /** Note that a file was made of what has this key. */
  readonly note: (file: string, cacheKey: string, bytes: Uint8Array) => void;
  /** Remember, once the new site is in its place, what was found and noted. */
  readonly keep: () => void;
}

/**
 * Know the pages that an earlier build has left in `output`, by the `cacheKey` of each (Astro's, of `getStaticPaths`). One is found
 * only if it was made with the same `program`, and is, to the byte, what was written then.
 *
 * @param root The project.
 * @param program Tells all that pages are made with apart, but what is in their keys.
 */
export function keptPages(root: string, output: string, program: string): KeptPages {
  const kept = readKept(root, NAME);
  /** By file, two digests: of what a page was made of, and of the page. */
  const records = new Map<string, Uint8Array<ArrayBuffer>>();
  const keyOf = (cacheKey: string) => digestOf([program, output, cacheKey].join('\0'));

  return {
    find(file, cacheKey) {
      const record = kept.get(file);
      if (!record || !keyOf(cacheKey).equals(record.subarray(0, DIGEST_LENGTH))) return undefined;
      let bytes: Buffer;
      try {
        bytes = readFileSync(join(output, file));
      } catch {
        return undefined;
      }
      if (!digestOf(bytes).equals(record.subarray(DIGEST_LENGTH))) return undefined;
      records.set(file, record);
      return bytes;
    },
    note: (file, cacheKey, bytes) => {
      records.set(file, new Uint8Array(Buffer.concat([keyOf(cacheKey), digestOf(bytes)])));
    },
    keep: () => keepResults(root, NAME, records),
  };
}

function digestOf(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
