import { STAMP, type Stamp } from './shard-stamp.ts';

/** A folder that a build of a shard has made. Digests are SHA-256, by path with `/`. */
export interface BuiltShard {
  readonly folder: string;
  readonly stamp: Stamp;
  /** What its own `integrity.json` says, which is not one of them. */
  readonly listed: Readonly<Record<string, string>>;
  /** What is there. */
  readonly found: Readonly<Record<string, string>>;
}

/** Which folder each file of the joined site is taken from; or why there can't be one, in words. */
export type JoinPlan = { readonly from: ReadonlyMap<string, string> } | { readonly faults: readonly string[] };

/** These depend on all pages: a joined site has its own. */
const MADE_ANEW = /^(?:sitemap-.*\.xml|_headers)$/;

/**
 * Plan one site of all shards. Refused are shards of different states, one that is missing or there twice, one that is not
 * what its build has written, and files that two shards have with different bytes.
 */
export function planJoin(shards: readonly BuiltShard[]): JoinPlan {
  const faults = [...faultsOfSet(shards), ...shards.flatMap(faultsOfShard)];
  const from = new Map<string, { folder: string; digest: string }>();
  for (const { folder, listed } of shards) {
    for (const [path, digest] of Object.entries(listed)) {
      if (path === STAMP || MADE_ANEW.test(path)) continue;
      const other = from.get(path);
      if (other && other.digest !== digest) faults.push(`${path} is another one in ${folder} than in ${other.folder}`);
      from.set(path, other ?? { folder, digest });
    }
  }
  return faults.length > 0 ? { faults } : { from: new Map([...from].map(([path, { folder }]) => [path, folder])) };
}

function faultsOfSet(shards: readonly BuiltShard[]): string[] {
  const [first] = shards;
  if (!first) return ['No shard is named'];
  const { of, state } = first.stamp;
  const others = shards.filter(({ stamp }) => stamp.of !== of);
  const changed = shards.filter(({ stamp }) => stamp.state !== state);
  const parts = Map.groupBy(shards, ({ stamp }) => stamp.part);
  const twice = [...parts.values()].filter(({ length }) => length > 1);
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((part) => !parts.has(part));
  return [
    ...others.map(({ folder, stamp }) => `${folder} is one of ${stamp.of} shards, ${first.folder} one of ${of}`),
    ...changed.map(({ folder }) => `${folder} was built from another state of the project than ${first.folder}`),
    ...twice.map((same) => `${same.map(({ folder }) => folder).join(' and ')} are the same shard`),
    ...missing.map((part) => `Shard ${part}/${of} is missing`),
  ];
}

function faultsOfShard({ folder, listed, found }: BuiltShard): string[] {
  const paths = [...new Set([...Object.keys(listed), ...Object.keys(found)])].sort();
  return paths
    .filter((path) => listed[path] !== found[path])
    .map((path) => `${folder}/${path} is not as its build has written it`);
}
