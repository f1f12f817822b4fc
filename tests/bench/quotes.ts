import { createHash } from 'node:crypto';
import { resolve } from '#citation/resolve.ts';
import { readSource } from '#source/source.ts';
import { generateSource } from './generate/source.ts';
import { median } from './statistics.ts';

const QUOTES = 1000;
const SIZES = [125_000, 250_000, 500_000, 1_000_000];
const ROUNDS = 5;

/** What it takes to find quotes in one source, in one process that has compiled everything. */
export interface QuotesResult {
  readonly bytes: number;
  readonly quotes: number;
  /** Record, pin, normal form, regions: milliseconds. */
  readonly read: number;
  /** All quotes of the source that was read: milliseconds. */
  readonly resolve: number;
}

/** Measure 1,000 quotes in sources of up to 1 MB: an index of a source costs once, what scans the text costs for each quote. */
export function measureQuotes(seed: number, say: (line: string) => void): QuotesResult[] {
  say('\n1,000 quotes in one source, within one process               read ms   quotes ms');
  return SIZES.map((bytes): QuotesResult => {
    const { id, raw, record, facts } = generateSource(0, bytes, seed);
    const step = facts.length / QUOTES;
    const cited = Array.from({ length: QUOTES }, (_, index) => facts[Math.floor(index * step)]?.printed ?? '');
    const files = {
      id,
      record: { file: 'a.yaml', bytes: Buffer.from(record) },
      raw: { file: 'a.txt', bytes: Buffer.from(raw), sha256: createHash('sha256').update(raw).digest('hex') },
    };
    const rounds = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      const { source } = readSource(files, [id]);
      if (!source) throw new Error('A generated source has problems');
      const middle = performance.now();
      for (const quote of cited) {
        const { ok } = resolve({ sourceId: id, quote, locator: undefined }, source);
        if (!ok) throw new Error(`Cannot find a generated quote: ${quote}`);
      }
      return { read: middle - start, resolve: performance.now() - middle };
    });
    const result = {
      ...{ bytes: raw.length, quotes: QUOTES },
      ...{ read: median(rounds.map(({ read }) => read)), resolve: median(rounds.map(({ resolve: time }) => time)) },
    };
    say(
      `${`${(raw.length / 1e6).toFixed(3)} MB`.padEnd(60)} ${result.read.toFixed(1).padStart(7)} ${result.resolve.toFixed(1).padStart(11)}`,
    );
    return result;
  });
}
