/**
 * Measure the engine on generated sites: `npm run bench`, or a part of it, `npm run bench:check`, `bench:build`.
 *
 * `--sizes 20,100` numbers of articles; `--runs 3` rounds instead of those by size; `--seed 7` other sites; `--json file` all
 * results; `--profile` where the time goes instead of how much it is; `--keep` leaves the generated projects and says where.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRows } from './check-rows.ts';
import { generateContent } from './generate/content.ts';
import { measureQuotes } from './quotes.ts';
import { growthOf, isOver, measureRows, printResults, type Result } from './rows.ts';
import { writeProject } from './workspace.ts';

const PARTS = ['check'] as const;
type Part = (typeof PARTS)[number];
const SIZES: Readonly<Record<Part, readonly number[]>> = { check: [20, 100, 1000, 5000] };
const ROUNDS: Readonly<Record<Part, (articles: number) => number>> = {
  check: (articles) => (articles < 100 ? 9 : articles < 1000 ? 7 : articles < 5000 ? 5 : 3),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
const seed = Number(values.seed);
const report: Record<string, unknown> = {
  node: process.version,
  processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  seed,
};
say(`Node ${process.version}, ${report['processors']}, seed ${seed}`);

let over = 0;
for (const part of parts) {
  const results: Result[] = [];
  for (const articles of values.sizes?.split(',').map(Number) ?? SIZES[part]) {
    const root = mkdtempSync(join(tmpdir(), `bench-${articles}-`));
    const files = generateContent(articles, seed);
    writeProject(root, files);
    const rounds = values.runs === undefined ? ROUNDS[part](articles) : Number(values.runs);
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    say(
      `\n${part} of ${articles} articles, ${(bytes / 1e6).toFixed(1)} MB of content and sources, medians of ${rounds} rounds`,
    );
    const measured = await measureRows(articles, checkRows(root, articles), rounds);
    say(printResults(measured).trimEnd());
    results.push(...measured);
    if (values.keep) say(root);
    else rmSync(root, { recursive: true, force: true });
  }
  const growth = growthOf(results);
  if (growth.length > 0) say('\ngrowth with the articles, as an exponent: 1 is linear           wall    CPU');
  for (const { name, wall, cpu } of growth)
    say(`${name.padEnd(60)} ${wall.toFixed(2).padStart(7)} ${cpu.toFixed(2).padStart(6)}`);
  report[part] = { results, growth };
  over += results.filter(isOver).length;
  if (part === 'check') report['quotes'] = measureQuotes(seed, say);
}

if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
say(over === 0 ? '\nAll within what is aimed at' : `\n${over} rows over what is aimed at`);
process.exitCode = over === 0 ? 0 : 1;
