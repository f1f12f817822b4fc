import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ReviewOptions, review } from '#cli/review.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { copySite, run as runProgram, site } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const record = 'sources/weather-log.yaml';
const raw = 'sources/weather-log.txt';

/**
 * A copy of the site whose weather log has `wrong` in place of `right`; in a repository that knows the earlier text.
 */
function changed(right: string, wrong: string, { inGit = true } = {}): string {
  const root = copySite();
  if (inGit) {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Start');
  }
  const text = readFileSync(join(root, raw), 'utf8');
  expect(text).toContain(right);
  writeFileSync(join(root, raw), text.replace(right, wrong));
  return root;
}

async function run(root: string, id: string | undefined, options: ReviewOptions = {}, answers?: readonly boolean[]) {
  const { terminal, printed } = terminalOf(answers);
  const before = readFileSync(join(root, record), 'utf8');
  const code = await review(root, id, options, '2030-01-02', terminal);
  return { code, ...printed, isWritten: readFileSync(join(root, record), 'utf8') !== before };
}

test('a change that breaks nothing is shown and, if a person agrees, pinned', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { code, out, isWritten } = await run(root, 'weather-log', {}, [true]);

  expect(out).toMatch(
    /\n {2}pinned {3}[0-9a-f]{64}\n {2}actual {3}[0-9a-f]{64}\n\nline 3 {2}…[^\n]*\[-falls-\]\{\+fell\+\}\.[^\n]*…\n\n/,
  );
  expect(out).toMatch(/\n2 of 2 citations hold, 0 moved, 0 broken\nsources\/weather-log\.yaml has the new pin\n$/);
  expect([code, isWritten]).toEqual([0, true]);
  expect(readFileSync(join(root, record), 'utf8')).toMatch(/\nreviewed: 2030-01-02\n/);
  expect(readCorpus(root).report.problems).toEqual([]);
  expect(await run(root, 'weather-log')).toMatchObject({
    code: 0,
    out: '`weather-log` is the text that was reviewed; nothing to do\n',
  });
  expect(await run(root, undefined, { all: true })).toMatchObject({ code: 0, out: '' });
});

test('a person who does not agree changes nothing', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { code, out, isWritten } = await run(root, 'weather-log', {}, [false]);
  expect(out).toMatch(/\nNothing was written\n$/);
  expect([code, isWritten]).toEqual([1, false]);
});

test('citations that moved or broke are listed, with the nearest words', async () => {
  const root = changed('2 May:', '1 May: calm.\n2 May:');
  writeFileSync(
    join(root, raw),
    readFileSync(join(root, raw), 'utf8').replace('the port is closed', 'the port was closed'),
  );
  const { code, out, err, isWritten } = await run(root, 'weather-log', { yes: true });

  expect(out).toMatch(
    /content\/articles\/storms\.mdx:\d+:\d+ {2}broken\n {2}Cannot find this quote in `weather-log`\n {2}yours .*\n {2}nearest /,
  );
  expect(out).toMatch(/\n0 of 2 citations hold, 1 moved, 1 broken\n|moved from line 2 to line 3/);
  expect(err).toBe('Nothing was written: --yes is for a change that breaks no citation\n');
  expect([code, isWritten]).toEqual([1, false]);

  const agreed = await run(root, 'weather-log', {}, [true]);
  expect(agreed.out).toMatch(/has the new pin; the check shows which quotes to correct\n$/);
  expect([agreed.code, agreed.isWritten]).toEqual([1, true]);
});

test.for<[name: string, options: ReviewOptions, code: number, isWritten: boolean, err: RegExp]>([
  ['--yes pins', { yes: true }, 0, true, /^$/],
  ['--dry-run only shows', { dryRun: true, yes: true }, 1, false, /^$/],
  ['a pipe is not asked', {}, 1, false, /^Nothing was written, since nobody can be asked here/],
])('%s', async ([, options, code, isWritten, err]) => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const ran = await run(root, 'weather-log', options);
  expect(ran).toMatchObject({ code, isWritten });
  expect(ran.err).toMatch(err);
});

test('without the earlier text the citations are reviewed all the same', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.', { inGit: false });
  const { code, out } = await run(root, 'weather-log', { yes: true });
  expect(out).toMatch(
    /\nThe pinned text is not in the history of Git: what changed cannot be shown\n\n2 of 2 citations hold/,
  );
  expect(code).toBe(0);
});

test('a text that its record no longer fits is reported, and not pinned', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  writeFileSync(
    join(root, record),
    `${readFileSync(join(root, record), 'utf8')}errata:\n  - { line: 1, printed: zzz, certainty: certain }\n`,
  );
  const { code, out, isWritten } = await run(root, 'weather-log', { yes: true });
  expect(out).toMatch(/erratum-not-found\n.*correct it first, then review again\n$/s);
  expect([code, isWritten]).toEqual([1, false]);
});

test('a record that somebody else changes meanwhile is left alone', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { terminal, printed } = terminalOf([true]);
  const { ask } = terminal;
  const meddle = async () => {
    writeFileSync(join(root, record), `${readFileSync(join(root, record), 'utf8')}# mine\n`);
    return true;
  };
  const code = await review(root, 'weather-log', {}, '2030-01-02', {
    ...terminal,
    ask: ask && { ...ask, confirm: meddle },
  });

  expect(printed.err).toMatch(/`sources\/weather-log\.yaml`: somebody else changed it meanwhile; run this again\n$/);
  expect(code).toBe(2);
  expect(readFileSync(join(root, record), 'utf8')).toMatch(/# mine\n$/);
  expect(readFileSync(join(root, record), 'utf8')).not.toMatch(/2030-01-02/);
  expect(readdirSync(join(root, 'sources')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.for<[name: string, id: string | undefined, options: ReviewOptions, err: RegExp]>([
  [
    'no id',
    undefined,
    {},
    /^Expected the id of one source, or `--all`.*\nthe sources are harbour-report, weather-log\n$/,
  ],
  ['an id and --all', 'weather-log', { all: true }, /^Expected the id of one source/],
  [
    'an id that is not there',
    'weather-lag',
    {},
    /^Cannot find a source `weather-lag`\ndid you mean `weather-log`\?\n$/,
  ],
])('%s is wrong use', async ([, id, options, err]) => {
  const ran = await run(site, id, options);
  expect(ran.err).toMatch(err);
  expect(ran.code).toBe(2);
});

test('the program, in a pipe, shows what changed', () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { status, stdout } = runProgram(root, 'review', '--all', '--dry-run');
  expect(stdout).toMatch(/^weather-log\n.*\n2 of 2 citations hold, 0 moved, 0 broken\n$/s);
  expect(status).toBe(1);
});
