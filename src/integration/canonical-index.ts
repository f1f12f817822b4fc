import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** One file of a search index, below its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What every compressed file of Pagefind 1.x begins with; CBOR follows. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/**
 * Give a Pagefind index of one language a form that depends on the pages alone. Pagefind writes the values of a filter in an
 * order that changes from run to run, and names files after their bytes; here values are sorted, and the files that name
 * each other are named anew. So two builds are the same to the byte. Throws where the index looks otherwise than expected.
 */
export function canonicalIndex(files: readonly IndexFile[]): IndexFile[] {
  const filters = files.filter(({ path }) => path.endsWith('.pf_filter')).map(canonicalFilter);
  const names = new Map(filters.map(({ was, is }) => [was, is]));

  const metas = files.filter(({ path }) => path.endsWith('.pf_meta'));
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const [meta] = metas;
  if (!meta || metas.length > 1 || !entry) throw new Error('Expected a search index of one language');
  const { content, was, is } = canonicalMeta(meta, names);

  const others = files.filter((file) => file !== entry && file !== meta && !file.path.endsWith('.pf_filter'));
  const json = Buffer.from(entry.content).toString('utf8').replace(`"hash":"${was}"`, `"hash":"${is}"`);
  return [
    ...others,
    ...filters.map(({ is, content }) => ({ path: `filter/${is}.pf_filter`, content })),
    { path: `pagefind.${is}.pf_meta`, content },
    { path: entry.path, content: Buffer.from(json) },
  ];
}

/** `[name, [[value, pages], …]]`, the values sorted. */
function canonicalFilter({ path, content }: IndexFile) {
  const [name, values] = unpack(content) as [string, [string, number[]][]];
  return renamed(path, [name, sortByFirst(values)]);
}

/** `[version, pages, chunks, [[filter, file], …], …]`, the filters sorted and by their new names. */
function canonicalMeta({ path, content }: IndexFile, names: ReadonlyMap<string, string>) {
  const [version, pages, chunks, filters, ...rest] = unpack(content) as [
    unknown,
    unknown,
    unknown,
    [string, string][],
    ...unknown[],
  ];
  const canonical = filters.map(([filter, file]): [string, string] => {
    const name = names.get(file);
    if (name === undefined) throw new Error(`Cannot find the filter ${filter} in ${file} of the search index`);
    return [filter, name];
  });
  return renamed(path, [version, pages, chunks, sortByFirst(canonical), ...rest]);
}

function renamed(path: string, data: unknown) {
  const was = /(\w+)\.pf_\w+$/.exec(path)?.[1] ?? '';
  const [language = '', hash = ''] = was.split('_');
  const plain = Buffer.concat([SIGNATURE, encode(data)]);
  const digest = createHash('sha256').update(plain).digest('hex');
  return { was, is: `${language}_${digest.slice(0, hash.length)}`, content: gzipSync(plain, { level: 9 }) };
}

function unpack(content: Uint8Array): unknown {
  const plain = gunzipSync(content);
  if (!plain.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Expected a file of a Pagefind index');
  return decode(plain.subarray(SIGNATURE.length));
}

function sortByFirst<Item extends [string, unknown]>(items: readonly Item[]): Item[] {
  return [...items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
