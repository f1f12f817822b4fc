/** Builds that are killed: the site is the earlier one or the new one, whole, and the next build works. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../faults/random.ts';
import { ended, isSame, leftovers, mustBe, putEarlier, run, type Site, siteOf, start } from './small-site.ts';
import { type Faults, type Tally, tally } from './tally.ts';

const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

interface Kill {
  readonly signal: (typeof SIGNALS)[number];
  readonly hasEarlier: boolean;
  /** In milliseconds since the start. */
  readonly after: number;
}

export async function kills(root: string, clean: Site, random: Random, count: number): Promise<Tally[]> {
  const dist = join(root, 'dist');
  const began = performance.now();
  await run(root, 'build');
  const took = performance.now() - began;

  /** What stands there after a kill, and after the next build. */
  const look = async (earlier: Site | undefined, isClean: boolean): Promise<Faults> => {
    const now = siteOf(dist);
    const isWhole = isSame(now, earlier) || isSame(now, clean);
    const left = isClean ? leftovers(root) : [];
    return [
      ...(isWhole ? [] : ['the site is neither the earlier one nor the new one']),
      ...(left.length === 0 ? [] : [`left: ${left.join(', ')}`]),
      ...mustBe(root, clean, await run(root, 'build')),
    ];
  };
  const prepare = (hasEarlier: boolean) => {
    rmSync(dist, { recursive: true, force: true });
    return hasEarlier ? putEarlier(dist) : undefined;
  };

  const moments = Array.from(
    { length: count },
    (_, index): Kill => ({
      signal: SIGNALS[index % SIGNALS.length] ?? 'SIGKILL',
      hasEarlier: random.below(2) === 0,
      after: random.below(Math.ceil(took)),
    }),
  );
  return [
    await tally('a build killed at a random moment', moments, async ({ signal, hasEarlier, after }) => {
      const earlier = prepare(hasEarlier);
      const child = start(root, 'build');
      const timer = setTimeout(() => child.kill(signal), after);
      const end = await ended(child);
      clearTimeout(timer);
      // Only what can't be caught leaves something; so does a signal that comes before the build listens, when nothing is there yet.
      return look(earlier, signal !== 'SIGKILL' || end.code === 0);
    }),
    await tally(
      'a build killed between two steps of its swap',
      (['check', 'preview', 'failing build'] as const).flatMap((next) => [1, 2, 3].map((at) => ({ next, at }))),
      async ({ next, at }) => {
        const earlier = prepare(true);
        const end = await run(root, 'build', {
          env: {
            NODE_OPTIONS: `--import ${new URL('strike.ts', import.meta.url).href}`,
            STRIKE_AT: String(at),
            STRIKE_ON: 'renameSync .*(?:dist|\\.build)',
          },
        });
        if (end.signal !== 'SIGKILL') return [`the build was not killed: ${end.output.slice(-300)}`];
        await NEXT[next](root);
        return look(earlier, true);
      },
    ),
  ];
}

/** What an editor may do next: each puts back what the killed build had put aside. */
const NEXT: Readonly<Record<'check' | 'preview' | 'failing build', (root: string) => Promise<void>>> = {
  check: async (root) => {
    await run(root, 'check');
  },
  preview: async (root) => {
    const server = start(root, 'preview', { args: ['--port', '0', '--ignore-lock'] });
    const end = ended(server);
    await new Promise((resolve) => {
      server.stdout?.on('data', (data) => String(data).includes('http://') && resolve(undefined));
      server.on('close', resolve);
    });
    server.kill('SIGKILL');
    await end;
  },
  'failing build': async (root) => {
    const article = join(root, 'content/articles/grain.mdx');
    const before = readFileSync(article);
    appendFileSync(article, '\nNo footnote says that 12 ships sank.\n');
    await run(root, 'build');
    writeFileSync(article, before);
  },
};
