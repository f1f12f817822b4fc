/**
 * Measure the engine on generated sites, and the pages of this one: `npm run bench`, or a part of it: `npm run bench:check`,
 * `bench:build`, `bench:dev`, `bench:pages`.
 *
 * `--sizes 20,100` numbers of articles; `--runs 3` rounds instead of those by size; `--only cached` the rows with these words in
 * their names; `--seed 7` other sites; `--json file` all results; `--profile` where check and build spend their time instead of how
 * much it is; `--keep` leaves the generated projects and says where. Exits with 1 where something takes more than is aimed at.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildRows } from './build-rows.ts';
import { checkRows } from './check-rows.ts';
import { measureDev } from './dev.ts';
import { generateContent } from './generate/content.ts';
import { measure } from './measure.ts';
import { printProfile } from './profile.ts';
import { measureQuotes } from './quotes.ts';
import { growthOf, isOver, measureRows, printGrowth, printResults, type Result } from './rows.ts';
import { environmentOf, removeResults, writeProject } from './workspace.ts';

const PARTS = ['check', 'build', 'dev', 'pages'] as const;
type Part = (typeof PARTS)[number];

const SIZES: Readonly<Record<Part, readonly number[]>> = {
  check: [20, 100, 1000, 5000],
  build: [20, 100, 1000],
  dev: [20, 1000],
  // It measures the site itself.
  pages: [],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    profile: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((word) => !PARTS.some((part) => part === word));
if (unknown.length > 0) throw new Error(`Unexpected ${unknown.join(', ')}, expected ${PARTS.join(', ')}`);
const say = (line: string) => process.stdout.write(`${line}\n`);
const seed = Number(values.seed);
const computer = { node: process.version, processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}` };
const report: Record<string, unknown> = { ...computer, seed };
let over = 0;

say(`Node ${computer.node}, ${computer.processors}, seed ${seed}`);
for (const part of PARTS) {
  if (positionals.length > 0 && !positionals.includes(part)) continue;
  const results: Result[] = [];
  for (const articles of SIZES[part].length > 0 ? (values.sizes?.split(',').map(Number) ?? SIZES[part]) : []) {
    const folder = mkdtempSync(join(tmpdir(), `bench-${articles}-`));
    try {
      results.push(...(await measurePart(part, articles, join(folder, 'site'))));
    } finally {
      if (values.keep) say(folder);
      else rmSync(folder, { recursive: true, force: true });
    }
  }
  const growth = growthOf(results);
  if (growth.length > 0) say(`\n${printGrowth(growth)}`);
  if (results.length > 0) report[part] = { results, growth };
  over += results.filter(isOver).length;
  if (part === 'check' && !values.profile) report['quotes'] = measureQuotes(seed, say);
  if (part === 'pages' && !values.profile) over += measurePages();
  // After each part, so that what fails later loses nothing.
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
}
if (!values.profile) say(over === 0 ? '\nAll within what is aimed at' : `\n${over} over what is aimed at`);
process.exitCode = over === 0 ? 0 : 1;

async function measurePart(part: Part, articles: number, root: string): Promise<Result[]> {
  const files = generateContent(articles, seed);
  writeProject(root, files);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rounds = values.runs === undefined ? roundsOf(part, articles) : Number(values.runs);
  const of = `${part} of ${articles} articles, ${(bytes / 1e6).toFixed(1)} MB of content and sources`;
  if (values.profile && part !== 'dev') {
    const args = part === 'check' ? ['src/cli/main.ts', 'check'] : ['node_modules/astro/bin/astro.mjs', 'build'];
    const command = { args, cwd: root, env: environmentOf(root) };
    // Compiling is no part of it.
    await measure(command);
    removeResults(root);
    say(`\n${of}, one run\n${await printProfile(command)}`);
    return [];
  }
  say(`\n${of}, medians of ${rounds} rounds`);
  if (part === 'dev') {
    const waits = await measureDev(root, files, articles, rounds);
    for (const { name, wait, most } of waits) {
      say(`${name.padEnd(60)} ${wait.toFixed(0).padStart(7)} ms, aim ${most} ms${wait > most ? '  OVER' : ''}`);
    }
    report['dev'] = [...((report['dev'] as object[] | undefined) ?? []), ...waits];
    over += waits.filter(({ wait, most }) => wait > most).length;
    return [];
  }
  const all = part === 'check' ? checkRows(root, articles) : buildRows(root, files);
  const rows = all.filter(({ name }) => name.includes(values.only));
  if (rows.length === 0) throw new Error(`No row of ${part} has \`${values.only}\` in its name`);
  const measured = await measureRows(articles, rows, rounds);
  say(printResults(measured));
  return measured;
}

/** As many as a size leaves time for. */
function roundsOf(part: Part, articles: number): number {
  if (part !== 'check') return articles < 1000 ? 5 : 3;
  return articles < 1000 ? 9 : articles < 5000 ? 5 : 3;
}

/** The budgets of the pages, which that program prints and judges by itself. Returns how many of them fail: none or all. */
function measurePages(): number {
  say('\npages of this site');
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('pages.ts', import.meta.url))], {
    stdio: 'inherit',
  });
  return status === 0 ? 0 : 1;
}
