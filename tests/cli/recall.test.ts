import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { recall } from '#cli/recall.ts';
import { fingerprint } from '#io/fingerprint.ts';
import { listFiles } from '#io/list-files.ts';
import { environment } from '../site/project.ts';

const site = fileURLToPath(new URL('../fixtures/site/', import.meta.url));
const program = fileURLToPath(new URL('../../src/cli/main.mjs', import.meta.url));
const KEPT = { printed: 'from memory\n', code: 0 } as const;

// Whatever the surroundings are: all tests of the project are run without fast paths, too.
beforeEach(() => {
  vi.stubEnv('FAST_PATHS', 'on');
  onTestFinished(() => void vi.unstubAllEnvs());
});

function copySite(): string {
  const root = mkdtempSync(join(tmpdir(), 'recall-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(site, root, { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  return root;
}

const entriesOf = (root: string) => {
  const folder = join(root, 'node_modules/.cache/below-the-surface');
  return readdirSync(folder).map((name) => join(folder, name));
};

const knownOf = (root: string, words: readonly string[] = ['check']) => recall(root, words)?.known;

/** A site of which an outcome was kept. */
function keptSite(): string {
  const root = copySite();
  recall(root, ['check'])?.keep(KEPT);
  expect(knownOf(root)).toEqual(KEPT);
  return root;
}

const edit = (file: string, change: (text: string) => string) => (root: string) =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
const firstOf = (root: string, folder: string) => `${folder}/${listFiles(root, folder)[0]?.name}`;

test('a check of the same bytes prints what the one before it printed', () => {
  const root = copySite();
  const env = { ...environment, FAST_PATHS: 'on' };
  const run = () => spawnSync(process.execPath, [program, 'check'], { cwd: root, encoding: 'utf8', env });
  rmSync(join(root, 'sources/weather-log.txt'));
  const first = run();
  expect(first.status).toBe(1);
  const [entry = '', ...others] = entriesOf(root);
  expect(others).toEqual([]);
  expect(JSON.parse(readFileSync(entry, 'utf8'))).toEqual({ printed: first.stdout, code: 1 });
  // Other words in its place show that nothing was checked.
  writeFileSync(entry, JSON.stringify(KEPT));
  expect(run()).toMatchObject({ status: 0, stdout: KEPT.printed });
});

const CHANGES: [name: string, (root: string) => void][] = [
  ['a word of a document', (root) => edit(firstOf(root, 'content'), (text) => text.replace('e', 'o'))(root)],
  ['a space at the end of a document', (root) => edit(firstOf(root, 'content'), (text) => `${text} `)(root)],
  ['a word of a raw text', edit('sources/weather-log.txt', (text) => text.replace('e', 'o'))],
  ['a comment in a record', edit('sources/weather-log.yaml', (text) => `# A remark.\n${text}`)],
  ['a new file', (root) => writeFileSync(join(root, 'content/articles/new.mdx'), '')],
  ['a missing file', (root) => rmSync(join(root, 'sources/weather-log.txt'))],
  ['the name of a file', (root) => renameSync(join(root, firstOf(root, 'content')), join(root, 'content/x.mdx'))],
  [
    'a link in the place of a file',
    (root) => {
      const file = join(root, 'sources/weather-log.txt');
      renameSync(file, join(root, 'log.txt'));
      symlinkSync('../log.txt', file);
    },
  ],
  ['a folder that a killed build left', (root) => mkdirSync(join(root, '.build-99999999-dist'))],
];

test.for(CHANGES)('nothing is known after a change of %s', ([, change]) => {
  const root = keptSite();
  change(root);
  expect(knownOf(root)).toBeUndefined();
});

// The last one changes nothing that a check reads.
test.for(CHANGES.slice(0, -1))('nothing is kept of a check during which %s was changed', ([, change]) => {
  const root = copySite();
  const recalled = recall(root, ['check']);
  change(root);
  recalled?.keep(KEPT);
  expect(existsSync(join(root, 'node_modules/.cache'))).toBe(false);
});

test.for([[['check', '--format', 'json']], [['check', '--only', 'quote-not-found']], [['check', '--max-warnings=0']]])(
  'another outcome is kept of %s',
  ([words = []]) => {
    const root = keptSite();
    expect(knownOf(root, words)).toBeUndefined();
    recall(root, words)?.keep({ printed: 'other', code: 1 });
    expect([knownOf(root, words)?.printed, knownOf(root)?.printed]).toEqual(['other', KEPT.printed]);
  },
);

test.for([
  [['check', '--fix']],
  [['check', '--watch']],
  [['check', '--explain', 'a.mdx']],
  [['check', '--help']],
  [['coverage']],
  [[]],
])('nothing is recalled of %s', ([words = []]) => {
  expect(recall(copySite(), words)).toBeUndefined();
});

test.for([
  ['FORCE_COLOR', '1'],
  ['FAST_PATHS', 'off'],
] as const)('nothing is known with %s=%s', ([name, value]) => {
  const root = keptSite();
  vi.stubEnv(name, value);
  expect(knownOf(root)).toBeUndefined();
});

test.for([
  ['is cut off', '{"printed":"from me'],
  ['is no object', 'null'],
  ['has no exit code', '{"printed":"from memory\\n"}'],
])('nothing is known where what was kept %s', ([, content = '']) => {
  const root = keptSite();
  for (const path of entriesOf(root)) writeFileSync(path, content);
  expect(knownOf(root)).toBeUndefined();
});

test('the last sixteen outcomes are kept', () => {
  const root = keptSite();
  for (let most = 0; most < 18; most++) recall(root, ['check', `--max-warnings=${most}`])?.keep(KEPT);
  expect(entriesOf(root)).toHaveLength(16);
  expect(knownOf(root, ['check', '--max-warnings=17'])).toEqual(KEPT);
});

test('nothing is kept where there is no folder of packages, or where it can’t be written to', () => {
  const root = copySite();
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(recall(root, ['check'])).toBeUndefined();
  writeFileSync(join(root, 'node_modules'), '');
  expect(() => recall(root, ['check'])?.keep(KEPT)).not.toThrow();
});

test('nothing is recalled of a folder that is no project', () => {
  const root = copySite();
  rmSync(join(root, 'content'), { recursive: true });
  expect(recall(root, ['check'])).toBeUndefined();
});

test('the digest of a project tells every byte of every file apart', () => {
  const root = copySite();
  const before = fingerprint(root, []);
  for (const folder of ['sources', 'content']) {
    for (const { name } of listFiles(root, folder)) {
      const path = join(root, folder, name);
      const bytes = readFileSync(path);
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed[at] = Number(changed[at]) ^ 1;
        writeFileSync(path, changed);
        expect(fingerprint(root, []), `${name} ${at}`).not.toBe(before);
      }
      writeFileSync(path, bytes);
    }
  }
  expect(fingerprint(root, [])).toBe(before);
  expect(fingerprint(root, ['a', 'b'])).not.toBe(fingerprint(root, ['ab']));
});
