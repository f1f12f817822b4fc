import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, run } from '../site/project.ts';
import { generateContent } from './generate/content.ts';
import { writeProject } from './workspace.ts';

const SEED = 1;
const [FEW, MANY] = [20, 200] as const;
/** In bytes. The same for both sites; the largest one is that whose page is measured. */
const SIZES = [16_000, 40_000, 100_000, 250_000, 1_000_000];
/** In bytes of HTML. What an article may gain by others: up to four that rest on the same passages, and the ones before and after it. */
const MOST = 2000;
/** Pages that list what there is, or what was said of it. Their lists have a greatest length. */
const LISTS =
  /^(?:index|articles\/index|themes\/.*|sources\/.*|people\/.*|places\/.*|timeline\/index|style\/index)(?:\.html)?$/;

/**
 * Build two generated sites, the larger with all of the smaller one and nine times as many articles beside, and compare the HTML of the
 * pages that both have. Returns what is more than it may be. `withLargest` is called with the larger site and the id of its longest source.
 */
export async function measureGrowth(
  say: (line: string) => void,
  withLargest: (dist: string, id: string) => Promise<string[]>,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  try {
    const few = await build(folder, FEW);
    const many = await build(folder, MANY);
    const over: string[] = [];
    say(
      `\nHTML of the pages that sites of ${FEW} and of ${MANY} articles have both, in bytes, the page that grows most`,
    );
    for (const [kind, pages] of Map.groupBy(few.pages, kindOf)) {
      const sizes = pages.map((page) => ({ page, few: few.sizeOf(page), many: many.sizeOf(page) }));
      const [most] = sizes.toSorted((a, b) => b.many - b.few - (a.many - a.few));
      if (!most) continue;
      const isOver = !LISTS.test(most.page) && most.many - most.few > MOST;
      say(
        `${kind.padEnd(24)}${String(pages.length).padStart(4)}${String(most.few).padStart(10)}${String(most.many).padStart(10)}${LISTS.test(most.page) ? '  lists' : `  at most ${MOST} more`}${isOver ? '  OVER' : ''}`,
      );
      if (isOver) over.push(`/${most.page}: ${most.many - most.few} B more HTML with ${MANY} articles, limit ${MOST}`);
    }
    return [...over, ...(await withLargest(many.dist, many.longest))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string, articles: number) {
  const root = join(folder, String(articles));
  const files = generateContent(articles, SEED, { base: FEW, sizes: SIZES });
  writeProject(root, files);
  const { code, output } = await run(root, 'build');
  if (code !== 0) throw new Error(output);
  const dist = join(root, 'dist');
  const [longest = ''] = [...files]
    .filter(([path]) => path.endsWith('.txt'))
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([path]) => path.replace(/^sources\/(.*)\.txt$/, '$1'));
  return {
    dist,
    longest,
    pages: listFiles(dist).filter((file) => file.endsWith('.html')),
    sizeOf: (page: string) => readFileSync(join(dist, page)).length,
  };
}

function kindOf(page: string): string {
  const [folder = '', ...rest] = page.split('/');
  return rest.length > 1 ? `${folder}/…` : page;
}
