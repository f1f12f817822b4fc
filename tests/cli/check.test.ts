import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type CheckOptions, check } from '#cli/check.ts';
import { explainRule } from '#cli/explain-rule.ts';
import { PLAIN } from '#problem/print.ts';
import { copySite, program, run as runProgram, site } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Check a project in this process. */
function run(project: string, options: CheckOptions = {}) {
  const { terminal, printed } = terminalOf();
  const code = check(
    pathOf(project === 'site' ? '../fixtures/site' : `../../docs/${project}`),
    options,
    PLAIN,
    terminal.out,
    terminal.err,
  );
  return { code, ...printed };
}

test('--explain prints what was compared of each statement, and where it stands', () => {
  const { out, code } = run('rules/figure-unsupported', { explain: 'content/articles/grain.mdx' });

  expect(code).toBe(1);
  expect(out).toBe(`content/articles/grain.mdx:2:8  rests on the whole document
  Grain
  nothing to compare

content/articles/grain.mdx:3:14  rests on the whole document
  Grain shipped from Almar.
  name       Almar  holds  memo, line 1

content/articles/grain.mdx:5:7  rests on all of the cited texts
  The memo names 2023.
  date       2023  holds  memo, line 1

content/articles/grain.mdx:9:1  [^growth]
  Almar shipped 12 percent more grain in 2023.
  figure     12 percent  not found
  date       2023  holds  memo, line 1

content/articles/grain.mdx:9:55  [^growth]
  Vellin received 3,000 tons of it.
  figure     3,000 tons  not found (warning)

content/articles/grain.mdx:9:98  [^growth]
  About 11 percent were oats.
  figure     11 percent  not found

content/articles/grain.mdx:12:1  [^quay]
  Two texts speak of the quay, which cost a third of $1.2 billion.
  figure     Two  own count, not compared
  figure     a third  holds  memo, line 1
  figure     $1.2 billion  not found

content/articles/grain.mdx:12:73  [^quay]
  Forty ships took part.
  figure     Forty  not found (warning)

8 statements; 4 of 10 comparisons hold
`);
});

test.for<[name: string, project: string, explain: string, out: RegExp]>([
  [
    'a name in the sentence of a passage',
    'rules/name-unsupported',
    'content/articles/grain.mdx',
    /name {7}Oren {2}holds {2}memo, sentence of line 1\n/,
  ],
  [
    'an exempt statement',
    'site',
    './content/articles/storms.mdx',
    /\n {2}nothing to compare\n {2}exempt from statement-uncited: it leads to an article\n/,
  ],
  [
    'a statement whose footnote is broken',
    'rules/quote-not-found',
    'content/articles/grain.mdx',
    /not compared: a footnote of it has a problem\n/,
  ],
])('--explain prints %s', ([, project, explain, out]) => {
  expect(run(project, { explain }).out).toMatch(out);
});

test('--explain of a document that does not exist suggests one', () => {
  const { code, err } = run('site', { explain: 'content/articles/grian.mdx' });
  expect(err).toMatch(/did you mean `content\/articles\/grain\.mdx`\?/);
  expect(code).toBe(2);
});

test.for<[options: CheckOptions, out: RegExp]>([
  [{ format: 'json' }, /^\{\n {2}"version": 1,/],
  [{ format: 'github' }, /^::error file=content\/articles\/grain\.mdx,/],
  [{ format: 'sarif' }, /"version": "2\.1\.0"/],
  [{ format: 'github', only: ['link-broken'] }, /^$/],
])('a check with the options %j', ([options, out]) => {
  expect(run('rules/figure-unsupported', options)).toMatchObject({ code: 1, out: expect.stringMatching(out) });
});

test('warnings are shown, and the command fails only if there are too many', () => {
  const { code, out } = run('rules/speech-unmarked');
  expect(out).toMatch(/speech-unmarked \(warning\)\n.*\nno problems, 1 warning; /s);
  expect(code).toBe(0);
  expect(run('rules/speech-unmarked', { maxWarnings: 1 }).code).toBe(0);
  expect(run('rules/speech-unmarked', { maxWarnings: 0 }).code).toBe(1);
});

test.for<[args: readonly string[], err: RegExp]>([
  [['--format', 'xml'], /Allowed choices are pretty, json, github, sarif/],
  [['--max-warnings', 'few'], /Expected a whole number such as 0/],
])('the program refuses %j', ([args, err]) => {
  expect(runProgram(site, 'check', ...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(err) });
});

test('--watch checks again on every change of an article or a source', async () => {
  const root = copySite();
  const watching = spawn(process.execPath, [program, 'check', '--watch'], {
    cwd: root,
    env: { PATH: process.env['PATH'] },
  });
  onTestFinished(() => {
    watching.kill();
  });
  let printed = '';
  const says = (words: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!words.test(printed)) return;
        watching.stdout.off('data', look);
        printed = '';
        resolve();
      };
      watching.stdout.on('data', look);
    });
  watching.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const edit = (file: string, right: string, wrong: string) =>
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(right, wrong));

  await says(/^no problems; /);
  const broken = says(/quote-not-found\n/);
  edit('content/articles/grain.mdx', '40 ships', '41 ships');
  await broken;
  const fixed = says(/no problems; /);
  edit('content/articles/grain.mdx', '41 ships', '40 ships');
  await fixed;
  const stale = says(/source-stale\n/);
  edit('sources/weather-log.txt', 'noon', 'dusk');
  await stale;
});

test('--fix fixes what is safe, says so, and leaves the rest', () => {
  const root = copySite();
  const file = join(root, 'content/articles/grain.mdx');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\n[^spare]: @weather-log "14 May: the wind falls."\n`);
  writeFileSync(join(root, 'content/articles/broken.mdx'), 'Open {brace\n');

  const ran = runProgram(root, 'check', '--fix');
  expect(ran.stderr).toBe('content/articles/grain.mdx\n  left out the footnote [^spare], which nothing refers to\n');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(ran.stdout).toMatch(/broken\.mdx.* article-invalid\n/);
  expect(ran.status).toBe(1);
});

test('--fix removes byte order marks and nothing else, from documents, records and texts', () => {
  const root = copySite();
  const files = ['content/articles/grain.mdx', 'sources/weather-log.txt', 'sources/harbour-report.yaml'];
  const before = files.map((file) => readFileSync(join(root, file)));
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const [grain, log, report] = files.map((file) => join(root, file));
  for (const [index, file] of [grain, log, report].entries()) {
    writeFileSync(file ?? '', Buffer.concat([mark, mark, before[index] ?? mark].slice(index === 1 ? 1 : 0)));
  }
  // Bytes that are no text stay as they are, after the mark too.
  const broken = Buffer.concat([mark, Buffer.from([0x61, 0xff, 0x0a])]);
  writeFileSync(join(root, 'content/articles/broken.mdx'), broken);
  expect(runProgram(root, 'check').stdout).toMatch(/help: `npm run check -- --fix` removes it and nothing else/);

  const { stderr, stdout } = runProgram(root, 'check', '--fix');
  for (const file of files) expect(stderr).toContain(`${file}\n  removed the byte order mark\n`);
  expect(files.map((file) => readFileSync(join(root, file)))).toEqual(before);
  expect(readFileSync(join(root, 'content/articles/broken.mdx'))).toEqual(broken.subarray(3));
  expect(stdout).toMatch(/broken\.mdx:1:2 {2}source-encoding\n.*\n1 problem; /s);
});

test('--fix=quotes takes the nearest words of a source in the files asked for, says so, and fixes nothing else', () => {
  const root = copySite();
  const [grain = '', storms = ''] = ['grain', 'storms'].map((name) => join(root, `content/articles/${name}.mdx`));
  const whole = readFileSync(grain, 'utf8');
  const rest = `\n[^spare]: @weather-log "14 May: the wind falls."\n`;
  const raw = readFileSync(join(root, 'sources/harbour-report.txt'));
  writeFileSync(grain, whole.replace('on 40 ships', 'on 41 ships').replace(/\n/g, '\r\n') + rest);
  writeFileSync(storms, readFileSync(storms, 'utf8').replace('noon; the port is', 'noon; the port was'));
  const other = readFileSync(storms, 'utf8');

  const ran = runProgram(root, 'check', '--fix=quotes', 'content/articles/grain.mdx');
  expect(ran.stderr).toMatch(
    /^content\/articles\/grain\.mdx\n {2}19:52 {2}“…went west, on 41 ships of the…” → “…went west, on 40 ships of the…”\n/,
  );
  expect(readFileSync(grain, 'utf8')).toBe(whole.replace(/\n/g, '\r\n') + rest);
  expect(readFileSync(storms, 'utf8')).toBe(other);
  expect(readFileSync(join(root, 'sources/harbour-report.txt'))).toEqual(raw);
  expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining('footnote-unused') });

  // A plain --fix leaves quotes alone, also before a file; what else it is asked for it does not know.
  expect(runProgram(root, 'check', '--fix', 'content/articles/storms.mdx').stdout).toContain('quote-not-found');
  expect(readFileSync(storms, 'utf8')).toBe(other);
  expect(runProgram(root, 'check', '--fix=qoutes')).toMatchObject({ status: 2 });
  expect(runProgram(root, 'check', '--fix', 'quotes').status).toBe(1);
  expect(readFileSync(storms, 'utf8')).toContain('noon; the port is');
});

test('the program lists its commands, and a command shows an example of itself', () => {
  const help = (...command: string[]) => runProgram(site, ...command, '--help').stdout;
  const commands = [...help().matchAll(/^ {2}([a-z:]+) (?=.* {2}|.*\n)/gm)].map(([, name]) => name);
  expect(commands).toEqual([
    'check',
    'explain',
    'coverage',
    'cite',
    'review',
    'changes',
    'new',
    'source:add',
    'schemas',
    'help',
  ]);
  expect(help('new', 'article')).toContain('Example:\n  npm run new -- article ');
});

test('a text of 50 MB among the sources stops a command immediately, with its name', () => {
  const root = copySite();
  writeFileSync(join(root, 'sources/weather-log.txt'), new Uint8Array(50 * 1024 * 1024).fill(0x41));
  const { status, stderr } = runProgram(root, 'check');
  expect(stderr).toBe('`sources/weather-log.txt` is too large for a text (50 MB; at most 20)\n');
  expect(status).toBe(2);
});

test('files and folders are shown alone, while all others are checked too', () => {
  const file = 'content/articles/broken-yaml.mdx';
  const { out, err, code } = run('rules/article-invalid', { files: [file] });
  expect(out.match(/^content\S+/gm)?.every((place) => place.startsWith(`${file}:`))).toBe(true);
  expect(err).toMatch(/^\d+ in other files, not shown\n$/);
  expect(code).toBe(1);
  expect(run('rules/article-invalid', { files: ['sources/'] })).toMatchObject({ code: 0 });
  expect(run('rules/article-invalid', { files: ['content'] })).toMatchObject({ code: 1, err: '' });
});

test.for<[name: string, file: string, text: string]>([
  [
    'a draft',
    'content/articles/oats.mdx',
    '---\ntitle: Oats\ndescription: Of oats.\nthemes: [trade]\nasOf: Now.\n' +
      'updated: 2026-11-23\ndraft: true\n---\n',
  ],
  ['the settings', 'content/wording.yaml', 'borrowed: 12\n'],
  ['a record', 'sources/weather-log.yaml', ''],
])('a file without problems can be asked about: %s', ([, file, text]) => {
  const root = copySite();
  if (text !== '') writeFileSync(join(root, file), text);
  const { terminal, printed } = terminalOf();
  const code = check(root, { files: [file] }, PLAIN, terminal.out, terminal.err);
  expect([code, printed.err], printed.out).toEqual([0, '']);
});

test('a file that is not in the project is wrong use', () => {
  const { err, code } = run('site', { files: ['content/articles/grian.mdx'] });
  expect(code).toBe(2);
  expect(err).toContain('did you mean `content/articles/grain.mdx`?');
});

test('explain prints the page of a rule, and knows no others', () => {
  const { terminal, printed } = terminalOf();
  expect(explainRule('quote-missing', PLAIN, terminal.out, terminal.err)).toBe(0);
  expect(printed.out).toMatch(/^quote-missing\n\n[A-Z].*## What to do.*content\/articles/s);
  expect(explainRule('quote-mising', PLAIN, terminal.out, terminal.err)).toBe(2);
  expect(printed.err).toContain('did you mean `quote-missing`?');
});
