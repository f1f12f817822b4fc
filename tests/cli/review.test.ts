import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ReviewOptions, review } from '#cli/review.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { committed, copySite, edit, run as runProgram, site } from './site.ts';
import { terminalOf } from './terminal-of.ts';

const record = 'sources/weather-log.yaml';
const raw = 'sources/weather-log.txt';
/** The record of a text whose first two lines are withheld. */
const report = 'sources/harbour-report.yaml';
const letter = 'sources/harbour-report.txt';

/**
 * A copy of the site whose weather log has `wrong` in place of `right`; in a repository that knows the earlier text.
 */
function changed(right: string, wrong: string, { inGit = true } = {}): string {
  const root = inGit ? committed() : copySite();
  edit(root, raw, right, wrong);
  return root;
}

async function run(root: string, id: string | undefined, options: ReviewOptions = {}, answers?: readonly boolean[]) {
  const { terminal, printed } = terminalOf(answers);
  const records = () => [record, report].map((file) => readFileSync(join(root, file), 'utf8')).join();
  const before = records();
  const code = await review(root, id, options, '2030-01-02', terminal);
  return { code, ...printed, isWritten: records() !== before };
}

test('a change that breaks nothing is shown and, if a person agrees, pinned', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { code, out, isWritten } = await run(root, 'weather-log', {}, [true]);

  expect(out).toMatch(
    /\n {2}pinned {3}[0-9a-f]{64}\n {2}actual {3}[0-9a-f]{64}\n\nline 3 {2}…[^\n]*\[-falls-\]\{\+fell\+\}\.[^\n]*…\n\n/,
  );
  expect(out).toMatch(
    /\n2 of 2 citations hold, 0 of them on another line; 0 broken\nsources\/weather-log\.yaml has the new pin\n$/,
  );
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

test('citations that broke are listed, with the nearest words', async () => {
  const root = changed('2 May:', '1 May: calm.\n2 May:');
  writeFileSync(
    join(root, raw),
    readFileSync(join(root, raw), 'utf8').replace('the port is closed', 'the port was closed'),
  );
  const { code, out, err, isWritten } = await run(root, 'weather-log', { yes: true });

  expect(out).toMatch(
    /content\/articles\/storms\.mdx:\d+:\d+ {2}broken\n {2}This quote is not in `weather-log`\n {2}yours .*\n {2}nearest /,
  );
  expect(out).toMatch(/\n1 of 2 citations hold, 1 of them on another line; 1 broken\n/);
  expect(err).toBe('Nothing was written: --yes is for a change that breaks no citation\n');
  expect([code, isWritten]).toEqual([1, false]);

  const agreed = await run(root, 'weather-log', {}, [true]);
  expect(agreed.out).toMatch(/has the new pin; the check shows which quotes to correct\n$/);
  expect([agreed.code, agreed.isWritten]).toEqual([1, true]);
});

test.for<[name: string, options: ReviewOptions, code: number, isWritten: boolean, err: RegExp]>([
  ['--yes pins', { yes: true }, 0, true, /^$/],
  ['--dry-run only shows', { dryRun: true, yes: true }, 1, false, /^$/],
  ['a pipe is not asked', {}, 1, false, /^Nothing was written: nobody can be asked here/],
])('%s', async ([, options, code, isWritten, err]) => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const ran = await run(root, 'weather-log', options);
  expect(ran).toMatchObject({ code, isWritten });
  expect(ran.err).toMatch(err);
});

test('without the earlier text the citations are reviewed all the same', async () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.', { inGit: false });
  const { code, out } = await run(root, 'weather-log', { yes: true });
  expect(out).toMatch(/\nThe reviewed text cannot be shown: there is no Git repository here\n\n2 of 2 citations hold/);
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

/** Line 1 of the letter, which is withheld. */
const SECRET = 'From: clerk@harbour.example';

test('a text whose lines moved is pinned with the new lines of its record and of its citations', async () => {
  const root = committed();
  edit(root, 'content/articles/storms.mdx', '[^noon]: @weather-log', '[^noon]: @weather-log#L2');
  edit(root, raw, /^/, 'A log.\n');
  edit(root, letter, 'THE GRAIN YEAR', 'OF THE YEAR\n\nTHE GRAIN YEAR');

  const log = await run(root, 'weather-log', { yes: true });
  expect(log.out).toMatch(/storms\.mdx:\d+:\d+ {2}moved from line 2 to line 3\n2 of 2 citations hold, 2 of them on /);
  expect([log.code, log.isWritten]).toEqual([0, true]);
  expect(readFileSync(join(root, 'content/articles/storms.mdx'), 'utf8')).toContain('[^noon]: @weather-log#L3 "3 May');

  const answered = await run(root, 'harbour-report', {}, [true, true, true]);
  expect(answered.err).toMatch(/\? Write the new lines of the entries that moved \(3\) into .*\? Pin the text of /s);
  expect(answered.code).toBe(0);
  expect(readFileSync(join(root, report), 'utf8')).toMatch(/lines: 1-2, .*lines: 6-7, .*lines: 13, .*line: 19, /s);
  expect(readCorpus(root).report.problems).toEqual([]);
});

test.for<[name: string, right: string | RegExp, wrong: string, err: RegExp]>([
  ['a line above what is withheld', /^/, 'Received: in May\n', /line 1 is new beside a part that is never printed/],
  ['a line below it', 'board\n', 'board\nCc: the mayor\n', /line 3 is new beside a part that is never printed/],
  ['other words in it', 'clerk@', 'mayor@', /every entry of the record is at the words that a person saw/],
  ['other words in a heading', 'GRAIN YEAR', 'GRAIN MONTH', /every entry of the record is at the words/],
])('--yes refuses %s, and shows nothing withheld to a pipe', async ([, right, wrong, err]) => {
  const root = committed();
  edit(root, letter, right, wrong);
  if (wrong.includes('MONTH')) edit(root, report, 'words: THE GRAIN YEAR', 'words: THE GRAIN MONTH');
  const ran = await run(root, 'harbour-report', { yes: true });
  expect(ran.err).toMatch(/^Nothing was written: /);
  expect(ran.err).toMatch(err);
  expect([ran.code, ran.isWritten]).toEqual([1, false]);
  expect(ran.out + ran.err).not.toMatch(/clerk@|mayor|board/);
});

test('a person sees the withheld words of then and now, and is asked about them', async () => {
  const root = committed();
  edit(root, letter, 'clerk@', 'mayor@');
  const no = await run(root, 'harbour-report', {}, [false]);
  expect(no.err).toMatch(/was {2}"From: clerk@harbour\.example To: [^"]*"\n {2}now {2}"From: mayor@harbour\.example /);
  expect(no.err).toMatch(
    /\? Is what is there now right for the entry on line 19 of sources\/harbour-report\.yaml\?\n$/,
  );
  expect([no.code, no.isWritten, no.out.includes('mayor')]).toEqual([1, false, false]);

  expect(await run(root, 'harbour-report', {}, [true, true])).toMatchObject({ code: 0, isWritten: true });
  expect(readCorpus(root).report.problems).toEqual([]);
});

test('withheld words that are repeated elsewhere are named by their line', async () => {
  const root = committed();
  edit(root, letter, /$/, `\n${SECRET}\n`);
  const { out, code, isWritten } = await run(root, 'harbour-report', {}, [true, true, true]);
  expect(out).toMatch(/Words of this withheld region are also on line 19 .*, where they would be published\n/);
  expect([code, isWritten, out.includes('clerk')]).toEqual([1, false, false]);
});

test('an entry that nobody has seen is shown, and gets its anchor', async () => {
  const root = copySite();
  writeFileSync(
    join(root, record),
    `${readFileSync(join(root, record), 'utf8')}errata:\n  - { line: 3, printed: falls, certainty: possible }\n`,
  );
  expect(readCorpus(root).report.problems).toMatchObject([{ ruleId: 'erratum-not-found', fault: 'unseen' }]);
  const { code, out, err } = await run(root, 'weather-log', {}, [true]);
  expect(out).toMatch(
    /erratum not seen yet\n {2}now {2}"14 May: the wind falls\. [^\n]*"\n\nsources.* has its anchors\n$/,
  );
  expect(err).toBe('? Are these words right for all entries not seen yet (1)?\n');
  expect(code).toBe(0);
  expect(readFileSync(join(root, record), 'utf8')).toMatch(
    /printed: falls, anchor: [\da-f]{12}-[\da-f]{12}, certainty/,
  );
  // The day is that on which the text was read.
  expect(readFileSync(join(root, record), 'utf8')).toMatch(/\nreviewed: 2026-11-23\n/);
  expect(readCorpus(root).report.problems).toEqual([]);
});

test('the earlier text is read with its own record, whatever the record is now', async () => {
  const root = committed();
  edit(root, letter, /^/, 'Received: in May\n');
  edit(root, report, 'lines: 1-2', 'lines: 1-3');
  const { out } = await run(root, 'harbour-report', { dryRun: true });
  expect(out).not.toMatch(/cannot be shown/);
  expect(out).toMatch(/yaml:19:\d+ {2}region moved to lines 2-4\n/);
});

test.for<[name: string, change: (text: string) => string]>([
  ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['other line breaks', (text) => text.replace(' the best', '\nthe best').replace('on\n40', 'on 40')],
])('of a text with %s it is said that no word changed', async ([, change]) => {
  const root = committed();
  writeFileSync(join(root, letter), change(readFileSync(join(root, letter), 'utf8')));
  const { out, code } = await run(root, 'harbour-report', { yes: true });
  expect(out).toMatch(/\nAll words are the same: only white space and line breaks differ\n/);
  expect(code).toBe(0);
  expect(readCorpus(root).report.problems).toEqual([]);
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
  ['an id that is not there', 'weather-lag', {}, /^There is no source `weather-lag`\ndid you mean `weather-log`\?\n$/],
])('%s is wrong use', async ([, id, options, err]) => {
  const ran = await run(site, id, options);
  expect(ran.err).toMatch(err);
  expect(ran.code).toBe(2);
});

test('the program, in a pipe, shows what changed', () => {
  const root = changed('14 May: the wind falls.', '14 May: the wind fell.');
  const { status, stdout } = runProgram(root, 'review', '--all', '--dry-run');
  expect(stdout).toMatch(/^weather-log\n.*\n2 of 2 citations hold, 0 of them on another line; 0 broken\n$/s);
  expect(status).toBe(1);
});
