import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '#cli/check.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { PLAIN, printPlace, printReport } from '#problem/print.ts';

const site = fileURLToPath(new URL('fixtures/site/', import.meta.url));

const grain = 'content/articles/grain.mdx';
const storms = 'content/articles/storms.mdx';
const home = 'content/pages/home.mdx';
const report = 'sources/harbour-report.txt';
const reportRecord = 'sources/harbour-report.yaml';
const log = 'sources/weather-log.txt';
const logRecord = 'sources/weather-log.yaml';

/** A change of the project below `root`. */
type Edit = (root: string) => void;

function rewrite(file: string, change: (text: string) => string): Edit {
  return (root) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    // An edit that edits nothing would make its test pass for nothing.
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };
}

const replace = (file: string, from: string, to: string) => rewrite(file, (text) => text.replace(from, () => to));
const replaceAll = (file: string, from: string, to: string) => rewrite(file, (text) => text.replaceAll(from, to));
const append = (file: string, more: string) => rewrite(file, (text) => `${text}\n${more}\n`);
const prepend = (file: string, more: string) => rewrite(file, (text) => `${more}${text}`);
const remove =
  (file: string): Edit =>
  (root) =>
    rmSync(join(root, file));

/** Give a file another name, also in a new folder. */
function move(from: string, to: string): Edit {
  return (root) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    renameSync(join(root, from), join(root, to));
  };
}

const all =
  (...edits: readonly Edit[]): Edit =>
  (root) => {
    for (const edit of edits) edit(root);
  };

/** Put a byte in the place of a character. */
function replaceByByte(file: string, character: string, byte: number): Edit {
  return (root) => {
    const path = join(root, file);
    const bytes = readFileSync(path);
    const at = bytes.indexOf(character);
    expect(at).not.toBe(-1);
    bytes[at] = byte;
    writeFileSync(path, bytes);
  };
}

/** Write the digest of the raw text as it is now into its record, as a person does after a review. */
function pin(raw: string): Edit {
  return (root) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(root, raw)))
      .digest('hex');
    rewrite(raw.replace('.txt', '.yaml'), (text) => text.replace(/sha256: \w+/, `sha256: ${digest}`))(root);
  };
}

/** Move a file out of the folders that are read, and lead to it from its old place. */
function linkInstead(file: string): Edit {
  return (root) => {
    renameSync(join(root, file), join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, file));
  };
}

/** Let the record of the log say that all of it is cited, and cite what is left of it. */
const citeWholeLog = all(
  replace(logRecord, 'display: full', 'display: full\ncoverage: complete'),
  append(
    storms,
    `The wind rose before the storm,[^before] and fell behind it.[^behind]

[^before]: @weather-log "2 May: wind from the west, rising. The ferry of Vellin stays in the harbour."

[^behind]: @weather-log "14 May: the wind falls. The first ships leave Vellin at dawn."`,
  ),
);

/** Take out the footnote that alone cites the first words of the last day, and its reference. */
const leaveOutLastDay = all(
  replace(storms, ' and fell behind it.[^behind]', ' and fell.'),
  rewrite(storms, (text) => text.replace(/^\[\^behind\]: .*$/m, '')),
);

const addUncited = all(
  (root) => cpSync(join(root, log), join(root, 'sources/tides.txt')),
  (root) => cpSync(join(root, logRecord), join(root, 'sources/tides.yaml')),
  replace('sources/tides.yaml', 'id: weather-log', 'id: tides'),
);

/** Copy the site and edit the copy. Gives its root. */
function edited(edit: Edit): string {
  const root = mkdtempSync(join(tmpdir(), 'below-the-surface-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(site, root, { recursive: true });
  edit(root);
  return root;
}

/** Every problem of the site after an edit, as `file:line:column rule-id`. */
function problemsAfter(edit: Edit): string[] {
  const root = edited(edit);
  const found = readCorpus(root).report;
  const { problems, counts } = found;
  // No message has a hole.
  expect(printReport(found)).not.toMatch(/`undefined`|\[object|NaN/);
  // Whatever was edited: a citation is sound, or something is reported.
  if (problems.length === 0) expect(counts.holding).toBe(counts.citations);
  return problems.map((problem) => `${printPlace(problem)} ${problem.ruleId}`);
}

test('the unchanged site has no problem', () => {
  expect(printReport(readCorpus(site).report)).toBe(
    'no problems; 9 of 9 citations hold, in 4 documents and 2 sources\n',
  );
});

test.for<[name: string, edit: Edit, expected: readonly string[]]>([
  [
    'one letter of a quote changed',
    replace(grain, 'than in the year before."', 'than in the year beforo."'),
    [`${grain}:17:12 quote-not-found`],
  ],
  ['one digit of a quote changed', replace(grain, '40 ships', '41 ships'), [`${grain}:19:10 quote-not-found`]],
  ['the case of a quote changed', replace(grain, '"the rest', '"The rest'), [`${grain}:26:10 quote-not-found`]],
  ['a quote cut inside a word', replace(grain, 'in Almar"', 'in Alma"'), [`${grain}:26:10 quote-not-found`]],
  [
    'a quote that loses its closing mark',
    replace(grain, 'was sold in Almar"', 'was sold in Almar'),
    [`${grain}:26:26 citation-malformed`],
  ],
  [
    'one letter of a cited passage changed',
    replace(report, 'Most of it went west', 'Most of it went vest'),
    [`${reportRecord}:3:9 source-stale`],
  ],
  [
    'one letter of a cited passage changed and pinned again',
    all(replace(report, 'Most of it went west', 'Most of it went vest'), pin(report)),
    [`${grain}:19:10 quote-not-found`],
  ],
  [
    'a letter that no article cites changed',
    replace(log, 'stays in the harbour', 'stayed in the harbour'),
    [`${logRecord}:3:9 source-stale`],
  ],
  ['the line ends of a raw text converted', replaceAll(log, '\n', '\r\n'), [`${logRecord}:3:9 source-stale`]],
  [
    'the pin changed',
    replace(logRecord, 'sha256: ', `sha256: ${'a'.repeat(64)} # `),
    [`${logRecord}:3:9 source-stale`],
  ],
  ['a raw text removed', remove(log), [`${logRecord}:1:5 source-missing`]],
  ['a record removed', remove(logRecord), [`${log}:1:1 source-unrecorded`]],
  [
    'a source removed as a whole',
    all(remove(log), remove(logRecord)),
    [`${storms}:16:5 source-unknown`, `${storms}:18:10 source-unknown`],
  ],
  ['a symbolic link for a raw text', linkInstead(log), [`${log}:1:1 source-unrecorded`]],
  ['a symbolic link for a record', linkInstead(logRecord), [`${logRecord}:1:1 record-invalid`]],
  ['a symbolic link for the folder of the sources', linkInstead('sources'), ['sources:1:1 source-unrecorded']],
  ['a symbolic link for the folder of the content', linkInstead('content'), ['content:1:1 article-invalid']],
  ['a symbolic link for an article', linkInstead(storms), [`${storms}:1:1 article-invalid`]],
  [
    'a raw text in a folder',
    move(log, 'sources/logs/weather-log.txt'),
    ['sources/logs/weather-log.txt:1:1 source-unrecorded'],
  ],
  [
    'a record in a folder',
    move(logRecord, 'sources/logs/weather-log.yaml'),
    ['sources/logs/weather-log.yaml:1:1 record-invalid'],
  ],
  [
    'a source in a folder',
    all(move(log, 'sources/logs/weather-log.txt'), move(logRecord, 'sources/logs/weather-log.yaml')),
    ['sources/logs/weather-log.txt:1:1 source-unrecorded', 'sources/logs/weather-log.yaml:1:1 record-invalid'],
  ],
  [
    'a copy of a source in a folder',
    (root) => cpSync(join(root, log), join(root, 'sources/old/weather-log.txt')),
    ['sources/old/weather-log.txt:1:1 source-unrecorded'],
  ],
  ['a raw text as `.TXT`', move(log, 'sources/weather-log.TXT'), ['sources/weather-log.TXT:1:1 source-unrecorded']],
  ['a record as `.yml`', move(logRecord, 'sources/weather-log.yml'), ['sources/weather-log.yml:1:1 record-invalid']],
  [
    'another file next to the sources',
    (root) => writeFileSync(join(root, 'sources/scan.pdf'), 'A scan.'),
    ['sources/scan.pdf:1:1 source-unrecorded'],
  ],
  [
    'an article as `.MDX`',
    move(storms, 'content/articles/Storms.MDX'),
    ['content/articles/Storms.MDX:1:1 article-invalid'],
  ],
  [
    'an article in a folder',
    move(storms, 'content/articles/2023/storms.mdx'),
    ['content/articles/2023/storms.mdx:1:1 article-invalid', `${grain}:6:11 link-broken`, `${home}:6:60 link-broken`],
  ],
  [
    'a name with a space for an article',
    move(storms, 'content/articles/spring storms.mdx'),
    [`${grain}:6:11 link-broken`, 'content/articles/spring storms.mdx:1:1 article-invalid', `${home}:6:60 link-broken`],
  ],
  [
    'another file next to the articles',
    (root) => writeFileSync(join(root, 'content/articles/storms.txt'), 'A draft.'),
    ['content/articles/storms.txt:1:1 article-invalid'],
  ],
  [
    'a source retracted',
    replace(logRecord, 'status: current', 'status: { retracted: It is a copy. }'),
    [`${storms}:16:5 source-retracted`, `${storms}:18:10 source-retracted`],
  ],
  [
    'a source superseded',
    replace(reportRecord, 'status: current', 'status: { superseded: weather-log, why: It is newer. }'),
    // Not `grain.mdx:21:10`: that footnote has an editor's note.
    [
      `${grain}:17:12 source-superseded`,
      `${grain}:19:10 source-superseded`,
      `${grain}:26:10 source-superseded`,
      `${storms}:15:13 source-superseded`,
      `${storms}:20:10 source-superseded`,
      'content/themes/trade.mdx:11:12 source-superseded',
    ],
  ],
  [
    'a misspelt id',
    replace(storms, '[^noon]: @weather-log', '[^noon]: @wether-log'),
    [`${storms}:18:10 source-unknown`],
  ],
  [
    'an id in capitals',
    replace(storms, '[^noon]: @weather-log', '[^noon]: @Weather-Log'),
    [`${storms}:18:10 source-unknown`],
  ],
  ['the id `../x`', replace(storms, '[^noon]: @weather-log', '[^noon]: @../x'), [`${storms}:18:10 source-unknown`]],
  [
    'the id `__proto__`',
    replace(storms, '[^noon]: @weather-log', '[^noon]: @__proto__'),
    [`${storms}:18:10 source-unknown`],
  ],
  [
    'the id `constructor`',
    replace(storms, '[^noon]: @weather-log', '[^noon]: @constructor'),
    [`${storms}:18:10 source-unknown`],
  ],
  [
    'a second footnote of one label',
    append(storms, '[^noon]: @weather-log "The first ships leave Vellin"'),
    [`${storms}:22:1 footnote-duplicate`],
  ],
  [
    'a reference without a footnote',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^quay][^bridge]'),
    [`${storms}:13:42 footnote-undefined`],
  ],
  [
    'a reference as a link, without a footnote',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^quay] [^bridge](/articles/grain/)'),
    [`${storms}:13:43 footnote-undefined`],
  ],
  [
    'a reference with markup, without a footnote',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^quay][^*bridge*]'),
    [`${storms}:13:42 footnote-undefined`],
  ],
  [
    'a label with white space at a reference',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^quay][^the bridge]'),
    [`${storms}:13:42 footnote-undefined`],
  ],
  [
    'a label with a line break at a reference',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^quay][^the\nbridge]'),
    [`${storms}:13:42 footnote-undefined`],
  ],
  // Markdown makes a link of each reference, and the address of the link of the footnote.
  [
    'a label with white space everywhere',
    all(replaceAll(storms, '[^quay]', '[^the quay]'), replace(storms, '#L13 "A second', ' "A second')),
    [`${storms}:13:35 footnote-undefined`],
  ],
  [
    'a label with white space at its footnote',
    replace(grain, '[^west]: ', '[^the west]: '),
    [`${grain}:10:112 footnote-undefined`, `${grain}:19:1 footnote-undefined`],
  ],
  [
    'a label with white space for a hyphen, at its reference',
    all(replaceAll(storms, '[^quay]', '[^the-quay]'), replace(storms, 'Almar.[^the-quay]', 'Almar.[^the quay]')),
    [`${storms}:13:35 footnote-undefined`],
  ],
  [
    'a reference in the text of an image',
    append(storms, '![The new quay.[^noon]](https://harbour.example/quay.png)'),
    [`${storms}:22:1 link-broken`, `${storms}:22:16 footnote-undefined`],
  ],
  [
    'a reference in the title of a link',
    append(storms, '[Grain](/articles/grain/ "Figures.[^noon]")'),
    [`${storms}:22:35 footnote-undefined`],
  ],
  [
    'a reference after a link without text',
    append(storms, '[](/articles/grain/ "[^noon]")'),
    [`${storms}:22:22 footnote-undefined`],
  ],
  [
    'a reference joined to a bare address',
    append(storms, 'See https://harbour.example/log[^noon]'),
    [`${storms}:22:32 footnote-undefined`],
  ],
  [
    'a reference in an attribute',
    append(storms, '<abbr title="The harbour master.[^noon]">HM</abbr>'),
    [`${storms}:22:33 footnote-undefined`],
  ],
  [
    'references in the strings of expressions',
    append(storms, '{"At noon.[^noon]"} <abbr title={`HM.[^noon]`} {...{ lang: "[^noon]" }}>HM</abbr>'),
    [`${storms}:22:11 footnote-undefined`, `${storms}:22:38 footnote-undefined`, `${storms}:22:61 footnote-undefined`],
  ],
  [
    'a character that turns an article around',
    append(storms, 'So \u202eit is.[^noon]'),
    [`${storms}:22:4 source-suspicious-character`],
  ],
  [
    'such a character as a reference',
    append(storms, 'So &#x202E;it is.[^noon]'),
    [`${storms}:22:4 source-suspicious-character`],
  ],
  [
    'a letter of no width in the front matter',
    rewrite(storms, (text) => text.replace(/^title: (.*)$/m, 'title: "$1\\u200b"')),
    [`${storms}:2:8 source-suspicious-character`],
  ],
  [
    'a control character in a record',
    rewrite(logRecord, (text) => text.replace(/^name: (.*)$/m, 'name: "$1\\e"')),
    [`${logRecord}:2:7 source-suspicious-character`],
  ],
  ['an impossible decade', append(storms, 'Storms came in the 1701s.[^noon]'), [`${storms}:22:20 figure-unsupported`]],
  ['words in an expression', append(storms, 'At {"night"}.[^noon]'), [`${storms}:22:4 article-invalid`]],
  [
    'words in an expression between comments',
    append(storms, 'At {/* a */ "night" /* b */}.[^noon]'),
    [`${storms}:22:4 article-invalid`],
  ],
  ['words in an expression in a footnote', append(storms, '    At {"night"}.'), [`${storms}:22:8 article-invalid`]],
  [
    'a regular expression in an expression',
    append(storms, '{"a b".replace(/[^a]/, "")}'),
    [`${storms}:22:1 article-invalid`],
  ],
  ['words in an exported value', append(storms, 'export const so = "at night"'), [`${storms}:22:1 article-invalid`]],
  ['a module that is imported', append(storms, "import Grain from './grain.mdx'"), [`${storms}:22:1 article-invalid`]],
  ['a script element', append(storms, '<script src="/a.js" />'), [`${storms}:22:1 article-invalid`]],
  [
    'a frame of another site',
    append(storms, '<iframe src="https://a.example/" />'),
    [`${storms}:22:1 article-invalid`],
  ],
  ['words that Astro sets', append(storms, '<p set:html="At night." />'), [`${storms}:22:4 article-invalid`]],
  ['words in a title', append(storms, '<b title="at night">So.</b>[^noon]'), [`${storms}:22:4 article-invalid`]],
  ['a handler of an event', append(storms, '<b onclick="a()">So.</b>[^noon]'), [`${storms}:22:4 article-invalid`]],
  ['a link to a script', append(storms, '[So.](javascript:a)[^noon]'), [`${storms}:22:1 link-broken`]],
  ['a link to data', append(storms, '[So.](data:text/html,a)[^noon]'), [`${storms}:22:1 link-broken`]],
  [
    'a link to a script in an element',
    append(storms, '<a href="javascript:a">So.</a>[^noon]'),
    [`${storms}:22:1 link-broken`],
  ],
  [
    'a picture of another site',
    append(storms, '![So.](https://a.example/a.png)[^noon]'),
    [`${storms}:22:1 link-broken`],
  ],
  [
    'a picture of another site by reference',
    append(storms, '![So.][a][^noon]\n\n[a]: https://a.example/a.png'),
    [`${storms}:24:1 link-broken`],
  ],
  [
    'a misspelt reference',
    replace(storms, 'at Almar.[^quay]', 'at Almar.[^qauy]'),
    [`${storms}:13:35 footnote-undefined`],
  ],
  [
    'the only reference to a footnote in an attribute',
    replace(storms, 'at Almar.[^quay]', 'at <b title="[^quay]">Almar</b>.'),
    [`${storms}:13:39 footnote-undefined`],
  ],
  [
    'a footnote that only another footnote refers to',
    all(
      replace(grain, 'in other years.', 'in other years.[^wind]'),
      append(grain, '[^wind]: @weather-log "wind from the west, rising"'),
    ),
    [`${grain}:28:1 footnote-unused`],
  ],
  [
    'a footnote without a reference',
    append(storms, '[^wind]: @weather-log "wind from the west, rising"'),
    [`${storms}:22:1 footnote-unused`],
  ],
  [
    'a footnote that only remarks',
    replace(grain, '@harbour-report "the rest — oats, above all — was sold in Almar"', 'Oats were sold.'),
    [`${grain}:26:1 citation-missing`],
  ],
  [
    'an event on a day that no calendar has',
    append(storms, '<Event date="2023-02-30" themes="trade">\nThe storm came.[^noon]\n</Event>'),
    [`${storms}:22:14 article-invalid`],
  ],
  [
    'an event of an unknown theme',
    append(storms, '<Event themes="trade wether">\nThe storm came.[^noon]\n</Event>'),
    [`${storms}:22:22 theme-unknown`],
  ],
  [
    'a misspelt element',
    append(storms, '<Evnet themes="trade">\nWords.[^noon]\n</Evnet>'),
    [`${storms}:22:1 article-invalid`],
  ],
  [
    'a page that hides one of the site',
    (root) => cpSync(join(root, home), join(root, 'content/pages/search.mdx')),
    ['content/pages/search.mdx:1:1 article-invalid'],
  ],
  ['an unknown theme', replace(storms, 'themes: [trade]', 'themes: [trade, wether]'), [`${storms}:4:17 theme-unknown`]],
  [
    'a theme removed',
    remove('content/themes/trade.mdx'),
    [`${grain}:4:10 theme-unknown`, `${storms}:4:10 theme-unknown`],
  ],
  ['an article removed', remove(storms), [`${grain}:6:11 link-broken`, `${home}:6:60 link-broken`]],
  ['a linked heading renamed', replace(storms, '## The spring storm', '## The storm'), [`${home}:6:60 link-broken`]],
  ['a line of a locator moved', replace(storms, '#L13', '#L12'), [`${storms}:20:10 quote-not-found`]],
  ['a locator removed', replace(storms, '#L13', ''), [`${storms}:20:10 quote-ambiguous`]],
  [
    'a quote of a withheld part',
    append(storms, 'See.[^head]\n\n[^head]: @harbour-report "To: the members of the board"'),
    [`${storms}:24:10 quote-not-citable`],
  ],
  ['a record in broken YAML', replace(logRecord, 'voice: An', 'voice: by: An'), [`${logRecord}:17:8 record-invalid`]],
  ['a record with a key twice', append(logRecord, 'status: current'), [`${logRecord}:19:1 record-invalid`]],
  [
    'a record with a quotation mark that is not closed',
    replace(logRecord, 'voice: An', 'voice: "An'),
    [`${logRecord}:17:8 record-invalid`],
  ],
  [
    'a record with several faults of syntax',
    all(replace(logRecord, 'voice: An', 'voice: by: An'), replace(logRecord, 'id: weather', 'id: "weather" ')),
    [`${logRecord}:1:15 record-invalid`],
  ],
  ['a required key of a record misspelt', replace(logRecord, 'voice:', 'vioce:'), [`${logRecord}:17:1 record-invalid`]],
  [
    'a required key inside a field misspelt',
    replace(logRecord, 'note: It is a log.', 'nota: It is a log.'),
    [`${logRecord}:8:44 record-invalid`],
  ],
  [
    'lines of a region in words',
    replace(reportRecord, 'lines: 11', 'lines: eleven'),
    [`${reportRecord}:21:31 record-invalid`],
  ],
  [
    'lines of a region in the wrong order',
    replace(reportRecord, 'lines: 4-5', 'lines: 5-4'),
    [`${reportRecord}:20:29 record-invalid`],
  ],
  [
    'words of a field as a number',
    replace(reportRecord, 'words: THE GRAIN YEAR', 'words: 2023'),
    [`${reportRecord}:9:57 record-invalid`],
  ],
  [
    'a source superseded by a missing one',
    replace(logRecord, 'status: current', 'status: { superseded: wether-log, why: It is newer. }'),
    [`${logRecord}:5:23 record-invalid`],
  ],
  [
    'a source superseded by itself',
    replace(logRecord, 'status: current', 'status: { superseded: weather-log, why: It is newer. }'),
    [`${logRecord}:5:23 record-invalid`],
  ],
  [
    'the only footnote of some words removed, of a text that is cited as a whole',
    all(citeWholeLog, leaveOutLastDay),
    [`${log}:3:1 passage-unread`],
  ],
  [
    'a quote shortened by a word, of a text that is cited as a whole',
    all(citeWholeLog, replace(storms, 'stays in the harbour."', 'stays in the"')),
    [`${log}:1:69 passage-unread`],
  ],
  [
    'a footnote removed in two places, of a text that is cited as a whole',
    all(citeWholeLog, leaveOutLastDay, replace(storms, '2 May: wind from the west, rising.', '')),
    [`${log}:1:1 passage-unread`],
  ],
  [
    'words left out and a link broken',
    all(citeWholeLog, leaveOutLastDay, replace(storms, '/articles/grain/', '/articles/grains/')),
    [`${storms}:13:144 link-broken`, `${log}:3:1 passage-unread`],
  ],
  // From here on a problem hides what is cited: whether words are left out is not judged.
  [
    'words left out and a quote of the same text broken',
    all(citeWholeLog, leaveOutLastDay, replace(storms, '"2 May: wind', '"2 May: winds')),
    [`${storms}:24:12 quote-not-found`],
  ],
  [
    'words left out and a quote of another text broken',
    all(citeWholeLog, leaveOutLastDay, replace(grain, '40 ships', '41 ships')),
    [`${grain}:19:10 quote-not-found`],
  ],
  [
    'words left out and a reference misspelt',
    all(citeWholeLog, leaveOutLastDay, replace(storms, 'at Almar.[^quay]', 'at Almar.[^qauy]')),
    [`${storms}:13:35 footnote-undefined`],
  ],
  [
    'words left out and another source broken',
    all(citeWholeLog, leaveOutLastDay, replace(reportRecord, 'line: 17', 'line: 15')),
    [`${reportRecord}:24:13 erratum-not-found`],
  ],
  [
    'words cited in an article whose front matter is broken',
    all(citeWholeLog, replace(storms, 'asOf:', 'asof:')),
    [`${storms}:5:1 article-invalid`],
  ],
  [
    'words cited in an article that has another name',
    all(citeWholeLog, move(storms, 'content/articles/Storms.mdx')),
    ['content/articles/Storms.mdx:1:1 article-invalid'],
  ],
  [
    'words cited in an article in a folder',
    all(citeWholeLog, move(storms, 'content/articles/2023/storms.mdx')),
    ['content/articles/2023/storms.mdx:1:1 article-invalid', `${grain}:6:11 link-broken`, `${home}:6:60 link-broken`],
  ],
  ...['partial', 'true', '[complete]', ''].map((value): [string, Edit, string[]] => [
    `\`coverage: ${value}\` in a record`,
    replace(logRecord, 'display: full', `display: full\ncoverage: ${value}`),
    [`${logRecord}:7:11 record-invalid`],
  ]),
  [
    'the key `coverage` misspelt',
    replace(logRecord, 'display: full', 'display: full\ncovrage: complete'),
    [`${logRecord}:7:1 record-invalid`],
  ],
  ['a record with an unknown key', append(logRecord, 'vioce: None.'), [`${logRecord}:19:1 record-invalid`]],
  [
    'a record with the key `__proto__`',
    append(logRecord, '__proto__: { status: current }'),
    [`${logRecord}:19:1 record-invalid`],
  ],
  [
    'a record with the key `constructor`',
    append(logRecord, 'constructor: current'),
    [`${logRecord}:19:1 record-invalid`],
  ],
  [
    'a record with an alias',
    all(replace(logRecord, 'name: Weather', 'name: &name Weather'), append(logRecord, 'notes: [*name]')),
    [`${logRecord}:19:9 record-invalid`],
  ],
  [
    'a record with stated words that are not in the text',
    replace(reportRecord, 'words: THE GRAIN YEAR', 'words: THE GRAIN YEARS'),
    [`${reportRecord}:9:57 record-invalid`],
  ],
  [
    'an erratum on another line',
    replace(reportRecord, 'line: 17', 'line: 15'),
    [`${reportRecord}:24:13 erratum-not-found`],
  ],
  [
    'a region after the end',
    replace(reportRecord, 'lines: 11', 'lines: 110'),
    [`${reportRecord}:21:31 region-not-found`],
  ],
  [
    'words of a region after the end',
    replace(reportRecord, 'words: "Photo', 'lines: 150, words: "Photo'),
    [`${reportRecord}:22:33 region-not-found`],
  ],
  [
    'words of a region on other lines',
    replace(reportRecord, 'words: "Photo', 'lines: 4-5, words: "Photo'),
    [`${reportRecord}:22:45 region-not-found`],
  ],
  [
    'a region on the line that the last line break begins',
    replace(reportRecord, 'lines: 11', 'lines: 18'),
    [`${reportRecord}:21:31 region-not-found`],
  ],
  [
    'front matter in broken YAML',
    replace(storms, 'title: Storms', 'title: Storms: a log'),
    [`${storms}:2:8 article-invalid`],
  ],
  ['a required key of front matter misspelt', replace(storms, 'asOf:', 'asof:'), [`${storms}:5:1 article-invalid`]],
  [
    'front matter with the key `__proto__`',
    replace(storms, 'updated:', '__proto__: { title: Storms }\nupdated:'),
    [`${storms}:6:1 article-invalid`],
  ],
  [
    'front matter with an alias',
    all(
      replace(storms, 'title: Storms', 'title: &storms Storms'),
      replace(storms, 'asOf: The log gives days without a year.', 'asOf: *storms'),
    ),
    [`${storms}:5:7 article-invalid`],
  ],
  [
    'front matter removed',
    rewrite(storms, (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')),
    [`${storms}:1:1 article-invalid`],
  ],
  ['a less-than sign in the text', replace(storms, 'on 3 May', 'on <3 May'), [`${storms}:11:91 article-invalid`]],
  [
    'a brace that is not closed',
    replace(storms, 'at noon on 3 May.', 'at \\{noon} {"on"} {3 May.'),
    [`${storms}:11:98 article-invalid`],
  ],
  [
    'a brace after two backslashes that is not closed',
    replace(storms, 'on 3 May.', 'on \\\\{3 May.'),
    [`${storms}:11:93 article-invalid`],
  ],
  [
    'an article as `.md`',
    (root) => cpSync(join(root, storms), join(root, 'content/articles/tides.md')),
    ['content/articles/tides.md:1:1 article-invalid'],
  ],
  ['a raw text that is not UTF-8', replaceByByte(log, 'reaches', 0xff), [`${log}:2:18 source-encoding`]],
  ['a raw text with a character cut off', replaceByByte(log, 'reaches', 0xc3), [`${log}:2:18 source-encoding`]],
  ['a raw text with a byte order mark', prepend(log, '\uFEFF'), [`${log}:1:1 source-encoding`]],
  ['a raw text with NUL', replace(log, 'at noon', 'at\0noon'), [`${log}:2:35 source-encoding`]],
  ['a record with a byte order mark', prepend(logRecord, '\uFEFF'), [`${logRecord}:1:1 source-encoding`]],
  ['a linked article with a byte order mark', prepend(storms, '\uFEFF'), [`${storms}:1:1 source-encoding`]],
  [
    'a theme that is not UTF-8',
    replaceByByte('content/themes/trade.mdx', 'Trade', 0xff),
    ['content/themes/trade.mdx:2:8 source-encoding'],
  ],
  ['a page with a byte order mark', prepend(home, '\uFEFF'), [`${home}:1:1 source-encoding`]],
])('%s is reported at its place, and nothing else', ([, edit, expected]) => {
  expect(problemsAfter(edit)).toEqual(expected);
});

test.for<[name: string, edit: Edit]>([
  [
    'a quote wrapped at other places',
    replace(
      grain,
      'although no ship left in the\n    twelve days',
      'although no\n    ship left\n    in the twelve days',
    ),
  ],
  ['an event', append(storms, '<Event date="2023-05-03?" themes="trade">\nThe storm came.[^noon]\n</Event>')],
  ['an HTML element', append(storms, '<section>\nThe <b>storm</b> came.[^noon]\n</section>')],
  [
    'a link to an event',
    all(
      append(storms, '<Event date="2025" themes="trade">It opens.[^quay]</Event>'),
      append(storms, '[It](#2025).[^quay]'),
    ),
  ],
  ['a quote on one line', replace(grain, 'left in the\n    twelve', 'left in the twelve')],
  [
    'straight marks made curly',
    replace(
      grain,
      '"the rest — oats, above all — was sold in Almar"',
      '“the rest — oats, above all — was sold in Almar”',
    ),
  ],
  ['inner curly marks made straight', replace(grain, 'ferry line “Bélan”"', 'ferry line "Bélan""')],
  ['other dashes', replace(grain, '"the rest — oats, above all — was', '"the rest – oats, above all - was')],
  ['a quote with `[...]` for `[…]`', replace(storms, '[…]', '[...]')],
  ['a quote in NFD', replace(grain, 'ferry line “Bélan”"', 'ferry line “Be\u0301lan”"')],
  ['a prose word in NFD', replace(grain, 'ferry line Bélan.', 'ferry line Be\u0301lan.')],
  ['a label renamed everywhere', replaceAll(grain, '[^west]', '[^to-the-west]')],
  ['a label in capitals at its reference', replace(grain, 'Bélan.[^west]', 'Bélan.[^West]')],
  ['a label `__proto__`', replaceAll(grain, '[^west]', '[^__proto__]')],
  ['a label `constructor`', replaceAll(grain, '[^west]', '[^constructor]')],
  ['a label `toString`', replaceAll(grain, '[^west]', '[^toString]')],
  [
    'paragraphs moved',
    rewrite(storms, (text) => {
      const [before = '', paragraph = '', after = ''] = text.split(/(A second quay is .*\n\n)/);
      return before.replace('## The spring storm', `${paragraph}## The spring storm`) + after;
    }),
  ],
  [
    'footnotes moved',
    rewrite(storms, (text) => {
      const [before = '', footnote = '', after = ''] = text.split(/(\[\^noon\]: .*\n\n)/);
      return `${before}${after}\n${footnote}`;
    }),
  ],
  ['line ends CRLF in an article', replaceAll(grain, '\n', '\r\n')],
  ['line ends CRLF in a record', replaceAll(logRecord, '\n', '\r\n')],
  ['a reference in inline code', append(storms, 'A note is written `[^like-this]` here.[^noon]')],
  ['a reference in fenced code', append(storms, '```mdx\nA note is written here.[^like-this]\n```')],
  ['a reference escaped', append(storms, 'A note is written \\[^like-this] here.[^noon]')],
  ['a reference in a comment', append(storms, '{/* A note is written here.[^like-this] */}')],
  [
    'a reference escaped in the text of a link',
    append(storms, '[A note \\[^noon\\]](https://harbour.example/quay.png) shows it.[^noon]'),
  ],
  ['a reference after two backslashes', replace(storms, '3 May.[^noon]', '3 May.\\\\[^noon]')],
  ['a footnote that refers to another', replace(grain, 'in other years.', 'in other years.[^growth]')],
  ['a footnote referred to twice', replace(storms, 'came at noon', 'came[^noon] at noon')],
  ['two citations on one line', replace(storms, 'in May"\n    @weather', 'in May"; @weather')],
  [
    'a quote in backticks',
    replace(storms, '"A second quay is to be opened in 2025"', '`A second quay is to be opened in 2025`'),
  ],
  ["an editor's note added", append(storms, '    The other text has no quay.')],
  [
    'a quote over a page mark shortened on one side',
    replace(grain, ' in the\n    twelve days of the spring storm."', ' in the twelve days"'),
  ],
  ['a file of an editor next to a source', (root) => writeFileSync(join(root, 'sources/.weather-log.txt.swp'), '')],
  ['a copy of an editor next to an article', (root) => cpSync(join(root, storms), join(root, `${storms}~`))],
  ['a source that nobody cites', addUncited],
  ['a text that is cited as a whole', citeWholeLog],
  [
    'words left out of a text whose record does not say that it is cited as a whole',
    all(citeWholeLog, leaveOutLastDay, replace(logRecord, 'coverage: complete\n', '')),
  ],
  [
    'a retracted text that was cited as a whole',
    all(
      addUncited,
      replace('sources/tides.yaml', 'display: full', 'display: full\ncoverage: complete'),
      replace('sources/tides.yaml', 'status: current', 'status: { retracted: It is a copy. }'),
    ),
  ],
])('%s changes nothing', ([, edit]) => {
  expect(problemsAfter(edit)).toEqual([]);
});

test.for<[name: string, only: readonly string[], code: number, said: RegExp]>([
  ['no rule', [], 1, /quote-not-found.*link-broken.*\n2 problems; 8 of 9/s],
  ['one rule', ['link-broken'], 1, /^(?!.*quote-not-found).*link-broken.*\n2 problems, 1 of them not shown; 8 of 9/s],
  ['two rules', ['link-broken, quote-not-found'], 1, /quote-not-found.*link-broken.*\n2 problems; 8 of 9/s],
  ['rules one by one', ['link-broken', 'quote-not-found'], 1, /quote-not-found.*link-broken.*\n2 problems; 8 of 9/s],
  ['a rule without a problem', ['source-stale'], 1, /^2 problems, 2 of them not shown; 8 of 9/s],
  [
    'a misspelt rule',
    ['quote-notfound'],
    2,
    /`quote-notfound`\ndid you mean `quote-not-found`\?\n.*citation: .*quote-not-found/s,
  ],
  [
    'a name like no rule',
    ['spelling'],
    2,
    /^There is no rule `spelling`\nthe rules are\n {2}source: source-unknown, /s,
  ],
])('the check shows what is asked for with %s', ([, only, code, said]) => {
  const root = edited(
    all(replace(grain, '40 ships', '41 ships'), replace(storms, '/articles/grain/', '/articles/grains/')),
  );
  let printed = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      printed += chunk;
      done();
    },
  });

  expect(check(root, { only }, PLAIN, out, out)).toBe(code);
  expect(printed).toMatch(said);
});
