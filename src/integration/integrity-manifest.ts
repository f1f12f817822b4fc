import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What `/integrity.json` says. All digests are SHA-256 in lower-case hex. */
interface Integrity {
  readonly algorithm: 'SHA-256';
  /** The digest of each file of the site but this one, by its path below the root, such as `articles/turkey/index.html`, sorted. */
  readonly files: Readonly<Record<string, string>>;
  readonly sources: readonly {
    readonly id: string;
    /** Of the text as received, which its record pins. */
    readonly raw: string;
    /** The path of the served text, one of `files`. */
    readonly file: string;
    /** Of the served text. */
    readonly served: string;
    /** Is the served text that which was received, to the byte? Otherwise parts of it are not published. */
    readonly isWhole: boolean;
  }[];
}

export const MANIFEST = 'integrity.json';

/** A source, and the digest that its record pins. */
export interface PinnedSource {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Write the digest of every file below `folder` into its `integrity.json`. Returns them by path, with that of the manifest itself.
 *
 * @param known The digests of files that have been read already.
 */
export function writeIntegrityManifest(
  folder: string,
  sources: readonly PinnedSource[],
  known: Digests = new Map(),
): Digests {
  const files = digestsBelow(folder, known);
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
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  writeFileSync(join(folder, MANIFEST), text);
  return new Map([...files, [MANIFEST, sha256(text)]]);
}

/** The digests of files, by their paths below a folder. */
export type Digests = ReadonlyMap<string, string>;

/** Give the digest of every file below a folder, but of its manifest, by path, sorted. Those that are `known` are not read. */
export function digestsBelow(folder: string, known: Digests = new Map()): Digests {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MANIFEST)
    .sort();
  return new Map(paths.map((path) => [path, known.get(path) ?? sha256(readFileSync(join(folder, path)))]));
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
