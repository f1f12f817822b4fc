import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.ts';
import { type Engine, writeBareAstro, writePlainAstro } from './plain-astro.ts';
import type { Row } from './rows.ts';
import { environmentOf, removeCaches } from './workspace.ts';

const BUILD = 'build, nothing cached';
const PLAIN = {
  satteri: 'plain Astro (MDX by Sätteri, the default)',
  unified: 'plain Astro (MDX by unified)',
} as const satisfies Record<Engine, string>;

/** What is measured of the build of the project below `root`, and of stock projects with the same MDX in folders beside it. */
export function buildRows(root: string, files: ReadonlyMap<string, string>): Row[] {
  const article = [...files.keys()].find((path) => path.startsWith('content/articles/')) ?? '';
  const plain = (engine: Engine) => {
    const folder = join(root, '..', `plain-${engine}`);
    mkdirSync(folder);
    writePlainAstro(folder, files, engine);
    return folder;
  };
  const own = { root, article };
  const [satteri, unified] = [plain('satteri'), plain('unified')];
  const bare = join(root, '..', 'bare');
  writeBareAstro(bare, join(root, 'dist'));
  return [
    {
      name: BUILD,
      prepare: () => removeCaches(root),
      run: () => build(root),
      against: [PLAIN.satteri, PLAIN.unified],
      most: 1.15,
      mostMemory: 1.15,
    },
    { name: PLAIN.satteri, prepare: () => removeCaches(satteri), run: () => build(satteri) },
    { name: PLAIN.unified, prepare: () => removeCaches(unified), run: () => build(unified) },
    {
      name: 'Astro and Pagefind that only hand on these files',
      prepare: () => removeCaches(bare),
      run: () => build(bare),
      against: [PLAIN.satteri, PLAIN.unified],
    },
    { name: 'build again, nothing changed', run: () => build(root), against: [BUILD], most: 0.5 },
    { name: 'build again, one article changed', ...changed(own), against: [BUILD], most: 0.5 },
    {
      name: 'plain Astro (Sätteri) again, one article changed',
      ...changed({ root: satteri, article }),
      against: [PLAIN.satteri],
    },
  ];
}

function build(root: string) {
  return measure({ args: ['node_modules/astro/bin/astro.mjs', 'build'], cwd: root, env: environmentOf(root) });
}

/** Change the note of an editor before each build, and stop where the page of the article does not have the change. */
function changed({ root, article }: { readonly root: string; readonly article: string }): Pick<Row, 'prepare' | 'run'> {
  const path = join(root, article);
  const page = join(root, 'dist', article.replace(/^content\/(.*)\.mdx$/, '$1'), 'index.html');
  const text = readFileSync(path, 'utf8');
  let words = 'Read once more';
  return {
    prepare: () => {
      words += ' and again';
      writeFileSync(path, `${text}\n    ${words}.\n`);
    },
    run: async () => {
      const measured = await build(root);
      if (!readFileSync(page, 'utf8').includes(`${words}.`)) throw new Error(`The change is not in ${page}`);
      return measured;
    },
  };
}
