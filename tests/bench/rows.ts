import type { Measured } from './measure.ts';
import { growthExponent, median, medianRatio, ratioOfMeans } from './statistics.ts';

/** One thing that is measured in each round. */
export interface Row {
  readonly name: string;
  /** Get ready; not measured. */
  readonly prepare?: () => void;
  readonly run: () => Promise<Measured>;
  /** What it is compared with, round by round: of several rows the one that is fastest in the end. */
  readonly against?: readonly string[];
  /** The ratio that is aimed at, of wall time, and of peak memory. */
  readonly most?: number;
  readonly mostMemory?: number;
}

/** A row after all rounds. */
export interface Result {
  readonly articles: number;
  readonly name: string;
  readonly runs: number;
  /** Medians: seconds, seconds, bytes. */
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly against?: string;
  /** Medians of the ratios within each round; of processor time, which is counted in steps of 10 ms, the ratio of the means. */
  readonly ratio?: { readonly wall: number; readonly cpu: number; readonly memory: number };
  readonly most?: number;
  readonly mostMemory?: number;
  /** Every run, in the order of the rounds. */
  readonly each: readonly Measured[];
}

/** Measure rows in turn, again and again, so that what else the computer does falls on all of them. */
export async function measureRows(articles: number, rows: readonly Row[], rounds: number): Promise<Result[]> {
  const each = new Map<string, Measured[]>(rows.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, prepare, run } of rows) {
      prepare?.();
      each.get(name)?.push(await run());
    }
  }
  const wallOf = (name: string) => median((each.get(name) ?? []).map(({ wall }) => wall));
  return rows.map(({ name, against, most, mostMemory }): Result => {
    const own = each.get(name) ?? [];
    const of = (list: readonly Measured[], key: keyof Measured) => list.map((one) => one[key]);
    const [fastest] = (against ?? []).filter((other) => each.has(other)).toSorted((a, b) => wallOf(a) - wallOf(b));
    const base = fastest === undefined ? undefined : each.get(fastest);
    return {
      ...{ articles, name, runs: own.length },
      ...{ wall: median(of(own, 'wall')), cpu: median(of(own, 'cpu')), memory: median(of(own, 'memory')) },
      ...(fastest !== undefined && { against: fastest }),
      ...(base && {
        ratio: {
          wall: medianRatio(of(own, 'wall'), of(base, 'wall')),
          cpu: ratioOfMeans(of(own, 'cpu'), of(base, 'cpu')),
          memory: medianRatio(of(own, 'memory'), of(base, 'memory')),
        },
      }),
      ...(most !== undefined && { most }),
      ...(mostMemory !== undefined && { mostMemory }),
      each: own,
    };
  });
}

/** Say where a result is over what is aimed at. */
export function isOver({
  ratio,
  most = Number.POSITIVE_INFINITY,
  mostMemory = Number.POSITIVE_INFINITY,
}: Result): boolean {
  return ratio !== undefined && (ratio.wall > most || ratio.memory > mostMemory);
}

const COLUMNS = [6, 52, 9, 9, 9, 8, 8, 8, 9, 0] as const;

/** Print the results as a table, with the growth of each row over the numbers of articles. */
export function printResults(results: readonly Result[]): string {
  const head = ['N', 'row', 'wall s', 'CPU s', 'MB', '× wall', '× CPU', '× MB', 'aim', ''];
  const body = results.map((result) => {
    const { articles, name, wall, cpu, memory, ratio, most, mostMemory, against } = result;
    const aim = [most, mostMemory].map((limit) => (limit === undefined ? '' : String(limit)));
    return [
      ...[String(articles), name, wall.toFixed(3), cpu.toFixed(2), (memory / 1e6).toFixed(0)],
      ...(ratio ? [ratio.wall.toFixed(2), ratio.cpu.toFixed(2), ratio.memory.toFixed(2)] : ['', '', '']),
      aim.filter((limit) => limit !== '').join(', '),
      `${against === undefined ? '' : `of ${against}`}${isOver(result) ? '  OVER' : ''}`,
    ];
  });
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 1 || index === 9 ? cell.padEnd(COLUMNS[index]) : cell.padStart(COLUMNS[index] ?? 0),
      )
      .join(' ')
      .trimEnd();
  return [head, ...body].map(line).join('\n');
}

/** How a row grows with the number of articles: the exponent of its wall time and of its processor time. */
export interface Growth {
  readonly name: string;
  readonly wall: number;
  readonly cpu: number;
}

/** The growth of each row that was measured at more than one number of articles. */
export function growthOf(results: readonly Result[]): Growth[] {
  return [...Map.groupBy(results, ({ name }) => name)].flatMap(([name, own]) => {
    if (new Set(own.map(({ articles }) => articles)).size < 2) return [];
    const exponent = (of: (result: Result) => number) =>
      growthExponent(own.map((result) => [result.articles, of(result)]));
    return [{ name, wall: exponent(({ wall }) => wall), cpu: exponent(({ cpu }) => cpu) }];
  });
}

export function printGrowth(growth: readonly Growth[]): string {
  const head = `${'growth with the articles, as an exponent: 1 is linear'.padEnd(60)}    wall    CPU`;
  const lines = growth.map(
    ({ name, wall, cpu }) => `${name.padEnd(60)} ${wall.toFixed(2).padStart(7)} ${cpu.toFixed(2).padStart(6)}`,
  );
  return [head, ...lines].join('\n');
}
