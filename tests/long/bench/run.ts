/**
 * Measure what DESIGN limits, all of it or in parts: `npm run bench -- check build dev lsp pages`. `--sizes real,100,1000`
 * takes this site and generated ones, `--runs 3` so many rounds, `--seed 7` other generated sites, `--only lighthouse`
 * these measurements of the pages. Exits with 1 where something is over its limit.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDev } from './dev.ts';
import { generateContent } from './generate/content.ts';
import { generateSource } from './generate/source.ts';
import { measureLsp, type Wanted } from './lsp.ts';
import { measurePages } from './pages.ts';
import { buildRows, checkRows, isOver, measureRows, printResult, type Size } from './rows.ts';
import { type Files, readContent } from './workspace.ts';

const PARTS = ['check', 'build', 'dev', 'lsp', 'pages'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const unknown = positionals.filter((word) => !PARTS.includes(word));
if (unknown.length > 0) throw new Error(`Unexpected ${unknown.join(', ')}, expected ${PARTS.join(', ')}`);
const isAsked = (part: string) => positionals.length === 0 || positionals.includes(part);
let over = 0;

say(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, seed ${values.seed}`);
if (isAsked('check')) await compare('check', checkRows, 7);
if (isAsked('build')) await compare('build', buildRows, 3);
if (isAsked('dev')) {
  for (const size of sizesOf('real'))
    await inFolder(async (folder) => {
      say(`\ndev, ${describe(size)}`);
      over += await measureDev(join(folder, 'site'), contentOf(size), Number(values.runs ?? 5), say);
    });
}
if (isAsked('lsp')) {
  for (const size of sizesOf('real,200'))
    await inFolder(async (folder) => {
      const { files, wanted, note } = toWrite(size);
      say(`\nlsp, ${describe(size)}${note}`);
      over += await measureLsp(join(folder, 'site'), files, wanted, Number(values.runs ?? 7), say);
    });
}
if (isAsked('pages')) {
  say('\npages');
  over += await measurePages(values.only, say);
}
say(over === 0 ? '\nAll within the limits' : `\n${over} over the limit`);
process.exitCode = over === 0 ? 0 : 1;

/** Measure the rows of a part at each size, and how the time of ours grows with the number of articles. */
async function compare(part: string, rowsOf: typeof checkRows, usual: number): Promise<void> {
  const own: (readonly [size: number, wall: number])[] = [];
  for (const size of sizesOf('real,100,1000'))
    await inFolder(async (folder) => {
      const rounds = Number(values.runs ?? (size === 1000 ? Math.min(3, usual) : usual));
      say(`\n${part}, ${describe(size)}, medians of ${rounds} rounds`);
      const results = await measureRows(rowsOf(folder, contentOf(size), size), rounds);
      for (const result of results) say(printResult(result));
      over += results.filter(isOver).length;
      if (size !== 'real' && results[0]) own.push([size, results[0].wall]);
    });
  const [[few, before] = [1, 1], [many, after] = [1, 1]] = [own[0], own.at(-1)];
  if (many > few) say(`growth of ours: ${many / few} × the articles take ${(after / before).toFixed(1)} × the time`);
}

function sizesOf(usual: string): Size[] {
  return (values.sizes ?? usual).split(',').map((size) => (size === 'real' ? size : Number(size)));
}

function describe(size: Size): string {
  return size === 'real' ? 'the content of this site' : `${size} generated articles`;
}

function contentOf(size: Size): Files {
  return size === 'real' ? readContent() : generateContent(size, Number(values.seed));
}

/** The content of a size, with a large source where it is generated, and what an editor wants to cite of it. */
function toWrite(size: Size): { readonly files: Files; readonly wanted: Wanted; readonly note: string } {
  const files = contentOf(size);
  if (size === 'real') {
    const article = [...files].find(([path]) => path.startsWith('content/articles/'))?.[1] ?? '';
    const [, sourceId = '', quote = ''] = /@([a-z0-9-]+)[^"]*"([^"]{20,})"/.exec(article) ?? [];
    return { files, wanted: { sourceId, quote: quote.replace(/\s+/g, ' ') }, note: '' };
  }
  const { id, raw, record, facts } = generateSource(999, 1_000_000, Number(values.seed));
  const large = [[`sources/${id}.txt`, raw] as const, [`sources/${id}.yaml`, record] as const];
  const wanted = { sourceId: id, quote: facts.at(-1)?.printed ?? '' };
  return { files: new Map([...files, ...large]), wanted, note: `, and a source of ${raw.length} characters` };
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
