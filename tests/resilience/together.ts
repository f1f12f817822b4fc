/** Commands that run at the same time in the same folder. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../faults/random.ts';
import { type Ended, ended, leftovers, mustBe, putEarlier, run, type Site, start } from './small-site.ts';
import { type Faults, type Tally, tally } from './tally.ts';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function together(root: string, clean: Site, random: Random): Promise<Tally[]> {
  const dist = join(root, 'dist');
  const delays = [0, 1, 5, random.below(100), random.below(3000)];
  return [
    await tally('two builds at once', delays, async (delay): Promise<Faults> => {
      for (const name of ['.astro', 'node_modules/.vite']) rmSync(join(root, name), { recursive: true, force: true });
      putEarlier(dist);
      const one = run(root, 'build');
      await wait(delay);
      const ends = await Promise.all([one, run(root, 'build')]);
      return [...new Set(ends.flatMap((end) => mustBe(root, clean, end)))];
    }),
    await tally('a build beside `npm run dev`', [0, random.below(1000)], async (delay): Promise<Faults> => {
      const server = start(root, 'dev', { args: ['--port', '0', '--ignore-lock'] });
      const closed = ended(server);
      await wait(delay);
      const address = new Promise<string>((resolve, reject) => {
        server.stdout?.on('data', (data) => {
          const found = /Local\s+(http:\/\/\S+?)\/?\s/.exec(String(data))?.[1];
          if (found) resolve(found);
        });
        server.on('close', () => reject(new Error('the server ended')));
      });
      const end = await run(root, 'build');
      const page = await fetch(`${await address}/articles/grain/`);
      const text = await page.text();
      server.kill('SIGKILL');
      await closed;
      return [
        ...mustBe(root, clean, end),
        ...(page.ok && text.includes('</html>') ? [] : [`dev answers ${page.status}`]),
      ];
    }),
    await tally('a build beside a check', [0, 1, random.below(3000)], async (delay): Promise<Faults> => {
      const build = run(root, 'build');
      await wait(delay);
      const [end, check] = await Promise.all([build, run(root, 'check')]);
      return [...mustBe(root, clean, end), ...(check.code === 0 ? [] : [`check: exit ${check.code}`])];
    }),
    await tally('a preview during a build', [''], () => preview(root, clean)),
  ];
}

/** Every answer is a whole page, before, during and after the swap. */
async function preview(root: string, clean: Site): Promise<Faults> {
  const server = start(root, 'preview', { args: ['--port', '0', '--ignore-lock'] });
  const closed: Promise<Ended> = ended(server);
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout?.on('data', (data) => {
      const found = /Local\s+(http:\/\/\S+?)\/?\s/.exec(String(data))?.[1];
      if (found) resolve(found);
    });
    server.on('close', () => reject(new Error('the server ended')));
  });
  let isBuilding = true;
  const build = run(root, 'build').finally(() => {
    isBuilding = false;
  });
  const faults = new Set<string>();
  while (isBuilding) {
    const page = await fetch(`${address}/articles/grain/`);
    const text = await page.text();
    if (!page.ok) faults.add(`an answer ${page.status}`);
    else if (!text.includes('</html>')) faults.add('half a page');
  }
  const end = await build;
  server.kill('SIGKILL');
  await closed;
  return [...mustBe(root, clean, end), ...faults, ...leftovers(root)];
}
