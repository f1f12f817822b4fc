import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { BUILT_FILES } from '#formats/built-files.ts';
import { sha256 } from '#io/digest.ts';

/** The content of `/integrity.json`. All digests are SHA-256 in lower-case hex. */
interface Integrity {
  readonly algorithm: 'SHA-256';
  /** By path below the root, such as `articles/storms/index.html`, sorted. */
  readonly files: Readonly<Record<string, string>>;
  readonly sources: readonly {
    readonly id: string;
    /** Of the text as received, pinned in its record. */
    readonly raw: string;
    /** The path of the served text, one of `files`. */
    readonly file: string;
    /** Of the served text. */
    readonly served: string;
    /** Is the served text exactly the one received? Otherwise parts of it are withheld. */
    readonly isWhole: boolean;
  }[];
}

const MANIFEST = BUILT_FILES.integrity.slice(1);

/** Write the digest of every file in `folder`, except the search index, to its `integrity.json`. */
export function writeIntegrityManifest(
  folder: string,
  sources: readonly { readonly id: string; readonly sha256: string }[],
): void {
  const files = new Map(listFiles(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))]));
  const manifest: Integrity = {
    algorithm: 'SHA-256',
    files: Object.fromEntries(files),
    sources: sources.map(({ id, sha256: raw }) => {
      const file = `sources/${id}.txt`;
      const served = files.get(file);
      if (served === undefined) throw new Error(`Cannot find the served text ${file}`);
      return { id, raw, file, served, isWhole: served === raw };
    }),
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Without Pagefind's files, which differ between builds with the same pages. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MANIFEST && !path.startsWith('pagefind/'))
    .sort();
}
