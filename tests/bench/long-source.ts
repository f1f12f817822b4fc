import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { compress, serve } from './serve.ts';

/** In milliseconds, on a computer that has nothing else to do: a page that takes longer is felt as slow. */
const MOST_PAINT = 1500;
/** Passages that are landed on, evenly spread. */
const LANDINGS = 50;

/**
 * Measure the page of a long source, without script: its bytes, the time to its first paint and of its style and layout, and whether
 * each of many notes lands on its words, lit up in the window. Returns what is not as it has to be.
 */
export async function measureLongSource(
  browser: Browser,
  dist: string,
  id: string,
  say: (line: string) => void,
): Promise<string[]> {
  const path = `/sources/${id}/`;
  const html = readFileSync(join(dist, path, 'index.html'));
  const ids = [...html.toString('utf8').matchAll(/<span id="(c[\d_-]+)" class="landing/g)].map(([, id = '']) => id);
  const step = Math.max(1, Math.floor(ids.length / LANDINGS));
  const { origin, server } = await serve(dist);
  // The server packs a page when it is asked for it first, which takes seconds.
  await (await fetch(`${origin}${path}`)).arrayBuffer();
  const over: string[] = [];
  say(`\npage of a source of 1 MB, ${ids.length} passages: HTML ${html.length} B, ${compress(html).length} B packed`);
  for (const width of [360, 1440]) {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${origin}${path}#${ids[ids.length >> 1]}`);
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string) => Number(metrics.find((metric) => metric.name === name)?.value);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    let missed = 0;
    for (const [index, id] of ids.filter((_, index) => index % step === 0 || index === ids.length - 1).entries()) {
      // Some as a reader who follows a note, the others as one who is on the page.
      if (index % 10 === 0) await page.goto('about:blank');
      await page.goto(`${origin}${path}#${id}`);
      if (!(await page.evaluate(isSeen, id))) {
        missed++;
        over.push(`${path}#${id} at ${width} px: the words are not seen`);
      }
    }
    say(
      `  at ${width} px: first paint ${paint.toFixed(0)} ms, style ${(1000 * seconds('RecalcStyleDuration')).toFixed(0)} ms, layout ${(1000 * seconds('LayoutDuration')).toFixed(0)} ms, ${seconds('Nodes')} nodes; ${missed} landings missed`,
    );
    if (!(paint <= MOST_PAINT)) over.push(`${path} at ${width} px: first paint after ${paint} ms, limit ${MOST_PAINT}`);
    await context.close();
  }
  server.close();
  return over;
}

/** Do the first words of a passage stand in the window, and are they lit up? */
function isSeen(id: string): boolean {
  const [run] = document.getElementsByClassName(id);
  if (!run) return false;
  const { top } = run.getBoundingClientRect();
  const plain = getComputedStyle(document.body).backgroundColor;
  const { backgroundColor } = getComputedStyle(run);
  return top >= 0 && top < innerHeight && backgroundColor !== plain && backgroundColor !== 'rgba(0, 0, 0, 0)';
}
