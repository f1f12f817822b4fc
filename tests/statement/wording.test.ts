import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

const log = sourceOf(
  'log',
  'Long rain fell\non the U.S. ships of the Harbor Office of Almar, and twelve of them were lost at sea.\nThe barges were safe.\n',
);
const theme = documentOf('themes', 'trade', 'label: Trade\norder: 1\n', '');
const names = documentOf('pages', 'names', 'names: true\n', '### Harbor Office of Almar\n\n### Mira Oren\n');

/** The problems of a page with a text that cites `log`, in words, and the stretch they stand at. */
function check(wording: string | undefined, body: string): string[] {
  const page = documentOf('pages', 'memo', '', `${body}\n`);
  const { report } = checkCorpus([{ id: 'log', source: log, problems: [] }], [page, theme, names], { wording });
  return report.problems.flatMap((problem) => {
    const at = page.text.slice(problem.place?.start.offset, problem.place?.end.offset);
    if (problem.ruleId === 'borrowed-wording') return `${problem.count} from line ${problem.line}: ${at}`;
    if (problem.ruleId === 'known-mistake') return `${problem.reason}, line ${problem.line}: ${at}`;
    return problem.ruleId === 'settings-invalid' ? `${problem.fault} at ${problem.place?.start.line}` : [];
  });
}

const NOTE = '\n\n[^a]: @log "Long rain fell on the U.S. ships"';
const BARGES = '\n\n[^a]: @log "The barges were safe."';

test.for<[what: string, body: string, found: string[]]>([
  [
    'a copied sentence',
    `Twelve of them were lost at sea the barges were safe.[^a]${NOTE}`,
    ['11 from line 2: Twelve of them were lost at sea the barges were safe'],
  ],
  [
    'over a line break and with other capitals',
    `Then LONG rain fell on the U.S. ships of it.[^a]${NOTE}`,
    ['8 from line 1: LONG rain fell on the U.S. ships of'],
  ],
  ['in an emphasis', `*Twelve of them were* lost at sea. The barges sank.[^a]${NOTE}`, []],
  [
    'with marks in between',
    `Twelve of them (were lost), at sea: the ships.[^a]${NOTE}`,
    ['8 from line 2: Twelve of them (were lost), at sea: the'],
  ],
  [
    'in a note of the editor',
    `Rain.[^a]${NOTE}\n\n    As twelve of them were lost at sea the text ends.`,
    ['8 from line 2: twelve of them were lost at sea the'],
  ],
  ['one word fewer', `Twelve of them were lost at sea.[^a]${NOTE}`, []],
  ['in quotation marks', `It says "twelve of them were lost at sea. The barges were safe".[^a]${NOTE}`, []],
  ['interrupted by a quotation', `Twelve of them were "lost" at sea the barges were.[^a]${NOTE}`, []],
  ['a known name is one word', `Ships of the Harbor Office of Almar, and twelve.[^a]${NOTE}`, []],
])('borrowed wording, %s', ([, body, found]) => {
  expect(check('borrowed: 8', body)).toEqual(found);
});

const mistakes = (entry: string) => `mistakes:\n  - { source: log, line: 3, reason: barges, ${entry} }`;

test.for<[what: string, entry: string, body: string, found: string[]]>([
  ['anywhere', 'pattern: frigates?', `A frigate sank.[^a]${NOTE}`, ['barges, line 3: frigate']],
  ['with other capitals', 'pattern: frigates?', `FRIGATES sank.[^a]${NOTE}`, ['barges, line 3: FRIGATES']],
  ['not with other capitals, where it has some', 'pattern: Clan', `A clan sank.[^a]${NOTE}`, []],
  [
    'where its line is cited',
    'pattern: ships, citing: true',
    `The ships held.[^a]${BARGES}`,
    ['barges, line 3: ships'],
  ],
  ['not where another line is cited', 'pattern: ships, citing: true', `The ships sank.[^a]${NOTE}`, []],
  [
    'in a note of the editor',
    'pattern: frigate',
    `Rain.[^a]${NOTE}\n\n    Perhaps a frigate.`,
    ['barges, line 3: frigate'],
  ],
  ['not in a citation', 'pattern: U\\.S\\.', `Rain fell.[^a]${NOTE}`, []],
  ['exempt', 'pattern: frigate', `{/* citations-ignore-next known-mistake: so it is */}A frigate sank.[^a]${NOTE}`, []],
])('a known mistake, %s', ([, entry, body, found]) => {
  expect(check(mistakes(entry), body)).toEqual(found);
});

test('a title can have a known mistake', () => {
  expect(check(mistakes("pattern: '^memo'"), `Rain fell.[^a]${NOTE}`)).toEqual(['barges, line 3: m']);
});

test.for<[what: string, wording: string | undefined, found: string[]]>([
  ['no file', undefined, []],
  ['an empty one', '# later\n', []],
  ['broken YAML', 'borrowed: [8', ['syntax at 1']],
  ['an unknown key', 'borowed: 8', ['key-unknown at 1']],
  ['too few words', 'borrowed: 2', ['value at 1']],
  ['no reason', 'mistakes:\n  - { pattern: a, source: log, line: 1 }', ['key-missing at 2']],
  ['no pattern', "mistakes:\n  - { pattern: '(', source: log, line: 1, reason: a }", ['value at 2']],
  ['an unknown source', 'mistakes:\n  - { pattern: a, source: logs, line: 1, reason: a }', ['source at 2']],
  ['a line too many', 'mistakes:\n  - { pattern: a, source: log, line: 5, reason: a }', ['line at 2']],
])('the settings of wording: %s', ([, wording, found]) => {
  expect(check(wording, `Twelve of them were lost at sea. The barges were safe.[^a]${NOTE}`)).toEqual(found);
});
