import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { canonicalIndex, type IndexFile } from '#integration/canonical-index.ts';

type Values = [value: string, pages: number[]][];

const pack = (data: unknown) => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode(data)]));
const unpack = (content: Uint8Array) => decode(gunzipSync(content).subarray('pagefind_dcd'.length));
const file = (path: string, data: unknown): IndexFile => ({ path, content: pack(data) });

/** An index as Pagefind 1.5 writes it: its files are named by their bytes, here by `run`. */
function pagefindIndex(run: string, kinds: Values, themes: Values, filters: ('kind' | 'theme')[]): IndexFile[] {
  const names = { kind: `en_a${run}`, theme: `en_b${run}` };
  return [
    { path: 'pagefind.js', content: Buffer.from('program') },
    file(`filter/${names.kind}.pf_filter`, ['kind', kinds]),
    file(`filter/${names.theme}.pf_filter`, ['theme', themes]),
    file(`pagefind.en_c${run}.pf_meta`, [
      '1.5.2',
      ['pages'],
      ['chunks'],
      filters.map((name) => [name, names[name]]),
      [],
    ]),
    {
      path: 'pagefind-entry.json',
      content: Buffer.from(`{"version":"1.5.2","languages":{"en":{"hash":"en_c${run}","page_count":3}}}`),
    },
  ];
}

const one = pagefindIndex(
  '111111',
  [
    ['article', [0, 2]],
    ['source', [1]],
  ],
  [['Energy', [2]]],
  ['kind', 'theme'],
);
const other = pagefindIndex(
  '222222',
  [
    ['source', [1]],
    ['article', [0, 2]],
  ],
  [['Energy', [2]]],
  ['theme', 'kind'],
);

describe('the canonical form of a search index', () => {
  test('is the same whatever the order of values and filters was', () => {
    const [a, b] = [one, other].map(
      (files) =>
        new Map(canonicalIndex(files).map(({ path, content }) => [path, `${Buffer.from(content).toString('hex')}`])),
    );

    expect(a).toEqual(b);
  });

  test('keeps every value with its pages, and names files by what is in them', () => {
    const files = new Map(canonicalIndex(other).map(({ path, content }) => [path, content]));
    const { hash } = JSON.parse(Buffer.from(files.get('pagefind-entry.json') ?? '').toString()).languages.en;
    const [, , , filters] = unpack(files.get(`pagefind.${hash}.pf_meta`) ?? new Uint8Array());
    const values = filters.map(([, name]: [string, string]) =>
      unpack(files.get(`filter/${name}.pf_filter`) ?? new Uint8Array()),
    );

    expect(values).toEqual([
      [
        'kind',
        [
          ['article', [0, 2]],
          ['source', [1]],
        ],
      ],
      ['theme', [['Energy', [2]]]],
    ]);
    expect(files.get('pagefind.js')?.toString()).toBe('program');
    expect(files.size).toBe(other.length);
  });

  test.for<[name: string, files: IndexFile[]]>([
    ['has no meta file', one.filter(({ path }) => !path.endsWith('.pf_meta'))],
    ['has several languages', [...one, file('pagefind.fr_c111111.pf_meta', [])]],
    ['names a filter that is not there', one.filter(({ path }) => !path.startsWith('filter/en_a'))],
    [
      'is packed in another way',
      one.map((entry) => (entry.path.endsWith('.pf_filter') ? { ...entry, content: gzipSync('other') } : entry)),
    ],
  ])('is refused where the index %s', ([, files]) => {
    expect(() => canonicalIndex(files)).toThrow(/search index|Pagefind index/);
  });
});
