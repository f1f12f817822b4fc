/** A configuration that changes a file of the project at a moment of the build, and, if asked, puts it back at the last one. */
export const LATE_CONFIG = `import fs, { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import config from './astro.config.mjs';

const { MOMENT, FILE, HOW } = process.env;
const before = HOW === 'add' ? undefined : readFileSync(FILE, 'utf8');
const isRecord = FILE.endsWith('.yaml');
let isDone = false;
const now = (moment) => {
  if (isDone || moment !== MOMENT) return;
  isDone = true;
  if (HOW === 'remove') rmSync(FILE);
  else appendFileSync(FILE, isRecord ? '# A remark.\\n' : '\\nThe pier was sold in 1901.\\n');
};
const putBack = () => { if (HOW === 'put back') writeFileSync(FILE, before); };
const plugin = {
  name: 'late',
  load: (id) => { if (id.includes('virtual:publication')) now('the publication is loaded'); },
  transform: (_code, id) => { if (id.includes('/content/')) now('a document is compiled'); },
};
const rendered = (file) => {
  if (/\\b404\\.html$/.test(file)) now('the first page is rendered');
  if (/\\bstorms\\b.index\\.html$/.test(file)) now('an article is rendered');
};
// There is no hook for a page: the build writes it, or Astro says that it makes it.
const { writeFileSync: writeFile } = fs;
fs.writeFileSync = (file, ...more) => {
  writeFile(file, ...more);
  rendered(String(file));
};
syncBuiltinESMExports();
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...more) => {
  rendered(stripVTControlCharacters(String(text)).trimEnd());
  return write(text, ...more);
};
const late = {
  name: 'late',
  hooks: {
    'astro:config:done': () => now('the configuration is done'),
    'astro:build:start': () => now('the build starts'),
    'astro:build:setup': () => now('Vite starts'),
    'astro:build:generated': () => now('all pages are rendered'),
    'astro:build:done': () => { now('the swap is near'); putBack(); },
  },
};
const [mdx, sitemap, citations] = config.integrations;
export default {
  ...config,
  vite: { ...config.vite, plugins: [plugin] },
  integrations: [mdx, sitemap, late, citations],
};
`;

/** The moments that it knows, in their order. */
export const MOMENTS = [
  'the configuration is done',
  'the build starts',
  'Vite starts',
  'the publication is loaded',
  'a document is compiled',
  'the first page is rendered',
  'an article is rendered',
  'all pages are rendered',
  'the swap is near',
] as const;

/** What to run a build with. `file` is a whole path. */
export function lateWay(moment: (typeof MOMENTS)[number], file: string, how: 'change' | 'add' | 'remove' | 'put back') {
  return { args: ['--config', 'late.config.mjs'], env: { MOMENT: moment, FILE: file, HOW: how } };
}
