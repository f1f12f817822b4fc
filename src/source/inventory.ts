import type { Problem } from '#problem/problem.ts';
import type { SourceReading } from './source.ts';

/** A file or a symbolic link as the disk lists it: `name` below its folder, with `/`; empty for the folder itself. */
export interface ListedFile {
  readonly name: string;
  readonly isLink: boolean;
}

/** What lies in `sources/`. */
export interface Inventory {
  /** The sources by id, each with the files that it has, relative to the project's root. */
  readonly sources: readonly {
    readonly id: string;
    readonly record: string | undefined;
    readonly raw: string | undefined;
  }[];
  /** What is no file of a source, as readings that failed: a citation of such an id is not judged. */
  readonly strays: readonly SourceReading[];
}

/**
 * Sort the files of `sources/` by source. A file with another name or in a folder, and a symbolic link, are strays: what a
 * link leads to can lie outside of the project and change without it. A source that lacks a file for a stray is reported
 * by the stray alone.
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
