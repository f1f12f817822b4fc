/** What earlier runs left: the site is that of a clean build, to the byte. */
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../site/project.ts';
import { type Ended, mustBe, putEarlier, run, type Site } from './small-site.ts';
import { type Faults, type Tally, tally } from './tally.ts';

const KEPT = 'node_modules/.cache';
const CACHES = ['.astro', 'node_modules/.astro', 'node_modules/.vite', KEPT, '.compiled'];

export async function caches(root: string, clean: Site): Promise<Tally[]> {
  const dist = join(root, 'dist');
  const at = (name: string) => join(root, name);
  const empty = () => {
    for (const name of [...CACHES, 'dist', 'served']) rmSync(at(name), { recursive: true, force: true });
  };
  const build = () => run(root, 'build', { env: { NODE_COMPILE_CACHE: at('.compiled') } });
  /** Every file of a cache, and those that other versions of Astro keep there. */
  const cached = () => [
    ...CACHES.filter((name) => existsSync(at(name))).flatMap((name) =>
      listFiles(at(name)).map((file) => at(join(name, file))),
    ),
    ...['.astro/data-store.json', 'node_modules/.astro/data-store.json', 'node_modules/.vite/deps/_metadata.json'].map(
      at,
    ),
  ];
  const warm = async (spoil: (file: string) => void) => {
    await build();
    for (const folder of CACHES)
      mkdirSync(at(join(folder, folder.endsWith('.vite') ? 'deps' : '')), { recursive: true });
    for (const file of cached()) {
      if (!existsSync(file)) writeFileSync(file, '{"entries":["a cache of something else"]}');
      spoil(file);
    }
  };

  const states: Readonly<Record<string, () => Promise<void> | void>> = {
    'no cache': () => {},
    'the caches of the same content': async () => {
      await build();
    },
    'truncated caches': () => warm((file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))),
    'empty caches': () => warm((file) => truncateSync(file)),
    'caches full of rubbish': () => warm((file) => writeFileSync(file, '\0\xff{"not": [json')),
    'the caches of another content': async () => {
      const article = at('content/articles/grain.mdx');
      const before = readFileSync(article, 'utf8');
      writeFileSync(article, before.replace(/^title: .*$/m, 'title: Another title'));
      await build();
      writeFileSync(article, before);
    },
    'an earlier site with stray files': () => {
      putEarlier(dist);
      appendFileSync(join(dist, 'stray.html'), 'stray');
    },
    'an earlier site that may not be written to': () => {
      putEarlier(dist);
      for (const folder of ['articles', '']) chmodSync(join(dist, folder), 0o555);
    },
    'an earlier site behind a symbolic link': () => {
      putEarlier(at('served'));
      symlinkSync('served', dist);
    },
  };

  return [
    await tally('a build with what earlier ones left', Object.keys(states), async (state) => {
      empty();
      await states[state]?.();
      return mustBe(root, clean, await build());
    }),
    await tally('a `dist` that is a file', [''], async (): Promise<Faults> => {
      empty();
      writeFileSync(dist, 'notes of somebody');
      const { code, output } = await build();
      const faults = [
        ...(code === 1 ? [] : [`exit ${code}`]),
        ...(readFileSync(dist, 'utf8') === 'notes of somebody' ? [] : ['the file was touched']),
        ...(/is a file, expected a folder: move it away/.test(output) ? [] : [output.slice(-300)]),
      ];
      rmSync(dist);
      return faults;
    }),
    await tally(
      'a check with spoilt words of an earlier one',
      ['truncated', 'empty', 'rubbish', 'other'],
      async (how) => {
        empty();
        const before = await run(root, 'check');
        const kept = listFiles(at(KEPT)).filter((file) => file.endsWith('.json'));
        for (const file of kept) {
          const path = at(join(KEPT, file));
          if (how === 'truncated') truncateSync(path, 40);
          if (how === 'empty') truncateSync(path);
          if (how === 'rubbish') writeFileSync(path, Buffer.alloc(5000, 7));
          if (how === 'other') writeFileSync(path, JSON.stringify({ printed: 7, code: 0 }));
        }
        const faults = sameEnd(before, await run(root, 'check'));
        return kept.length > 0 ? faults : [...faults, 'nothing was kept'];
      },
    ),
    await tally('a check with a cache of compiled code that is spoilt', ['truncated', 'rubbish'], async (how) => {
      empty();
      const check = () => run(root, 'check', { env: { NODE_COMPILE_CACHE: at('.compiled') } });
      const before = await check();
      for (const file of readdirSync(at('.compiled'), { recursive: true, encoding: 'utf8' })) {
        const path = at(join('.compiled', file));
        if (!existsSync(path) || !listFiles(at('.compiled')).includes(file)) continue;
        if (how === 'truncated') truncateSync(path, 40);
        else writeFileSync(path, Buffer.alloc(5000, 7));
      }
      const after = await check();
      return sameEnd(before, after);
    }),
  ];
}

function sameEnd(before: Ended, after: Ended): Faults {
  return before.code === after.code && before.output === after.output ? [] : [`exit ${after.code}: ${after.output}`];
}
