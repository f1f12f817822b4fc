import type { Problem } from '#problem/problem.ts';
import type { SourceReading } from './source.ts';

/** A file or symbolic link: `name` is relative to its folder, with `/`; empty for the folder itself. */
export interface ListedFile {
  readonly name: string;
  readonly isLink: boolean;
}

/** What is in `sources/`. */
export interface Inventory {
  /** Sorted by id. Files are relative to the project's root; undefined where missing. */
  readonly sources: readonly {
    readonly id: string;
    readonly record: string | undefined;
    readonly raw: string | undefined;
  }[];
  /** Files that do not belong to a source, as failed readings: citations of such an id are not judged. */
  readonly strays: readonly SourceReading[];
}

/**
 * Sort the files of `sources/` by source. Files with other names or in subfolders are strays, as are symbolic links:
 * their targets may be outside the project and change without it. A source that lacks a file because of a stray is
 * reported only through the stray.
 */
export function takeInventory(files: readonly ListedFile[]): Inventory {
  const isProper = ({ name, isLink }: ListedFile) => !isLink && /^[^/]+\.(?:txt|yaml)$/.test(name);
  const names = new Set(files.filter(isProper).map(({ name }) => name));
  const strays = files.filter((file) => !isProper(file)).map(readStray);
  const strayIds = new Set(strays.map(({ id }) => id));

  const ids = [...new Set([...names].map((name) => name.replace(/\.\w+$/, '')))].sort();
  const file = (name: string) => (names.has(name) ? `sources/${name}` : undefined);
  const sources = ids
    .map((id) => ({ id, record: file(`${id}.yaml`), raw: file(`${id}.txt`) }))
    .filter(({ id, record, raw }) => (record && raw) || !strayIds.has(id));

  return { sources, strays };
}

function readStray({ name, isLink }: ListedFile): SourceReading {
  const id = name.toLowerCase().replace(/.*\/|\.[^./]*$/g, '');
  const fault = isLink ? 'link' : 'name';
  const at = { file: name === '' ? 'sources' : `sources/${name}`, place: undefined };
  const problem: Problem = /\.ya?ml$/i.test(name)
    ? { ruleId: 'record-invalid', fault, ...at }
    : { ruleId: 'source-unrecorded', fault, sourceId: id, citations: 0, ...at };
  return { id, source: undefined, problems: [problem] };
}
