/** Files that change while a site is built: no page may show what was not checked. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../faults/random.ts';
import { LATE_CONFIG, lateWay, MOMENTS } from './late-config.ts';
import { ended, leftovers, mustBe, mustStop, putEarlier, run, type Site, start } from './small-site.ts';
import { type Tally, tally } from './tally.ts';

const FILES = [
  ['a source', 'sources/weather-log.txt'],
  ['a record', 'sources/weather-log.yaml'],
  ['an article', 'content/articles/grain.mdx'],
] as const;

export async function changes(root: string, clean: Site, random: Random, moments: number): Promise<Tally[]> {
  writeFileSync(join(root, 'late.config.mjs'), LATE_CONFIG);
  const dist = join(root, 'dist');
  type Late = Parameters<typeof lateWay>;
  const build = async (moment: Late[0], file: string, how: Late[2]) => {
    const path = join(root, file);
    const before = how === 'add' ? undefined : readFileSync(path);
    const earlier = putEarlier(dist);
    const end = await run(root, 'build', lateWay(moment, path, how));
    if (before) writeFileSync(path, before);
    else rmSync(path, { force: true });
    return { end, earlier };
  };
  const stops = async (moment: Late[0], file: string, how: Late[2]) => {
    const { end, earlier } = await build(moment, file, how);
    return mustStop(root, earlier, end, new RegExp(`${file}.* changed while the site was built`), /build it again/i);
  };

  const results: Tally[] = [];
  for (const [name, file] of FILES) {
    results.push(await tally(`${name} changed during a build`, MOMENTS, (moment) => stops(moment, file, 'change')));
  }
  results.push(
    await tally('a document added or removed during a build', ['add', 'remove'] as const, (how) =>
      stops('all pages are rendered', how === 'add' ? 'content/articles/new.mdx' : 'content/articles/storms.mdx', how),
    ),
    await tally('a source changed and put back', ['the configuration is done'] as const, async (moment) =>
      mustBe(root, clean, (await build(moment, 'sources/weather-log.txt', 'put back')).end),
    ),
    await tally(
      'a file changed at a random moment',
      Array.from({ length: moments }, () => ({
        file: FILES[random.below(FILES.length)]?.[1] ?? '',
        after: random.below(8000),
      })),
      async ({ file, after }) => {
        const path = join(root, file);
        const before = readFileSync(path);
        const earlier = putEarlier(dist);
        const child = start(root, 'build');
        const timer = setTimeout(
          () => appendFileSync(path, file.endsWith('.yaml') ? '# A remark.\n' : '\nSold in 1901.\n'),
          after,
        );
        const end = await ended(child);
        clearTimeout(timer);
        writeFileSync(path, before);
        // Before the check: it says what is wrong. After the last look: the site is that of the files as they were.
        if (end.code === 0) return mustBe(root, clean, end);
        return [...mustStop(root, earlier, end, /changed while the site was built|not built/), ...leftovers(root)];
      },
    ),
  );
  rmSync(join(root, 'late.config.mjs'));
  return results;
}
