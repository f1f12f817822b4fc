import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { documentsOf } from '#check/model.ts';
import type { Problem } from '#problem/problem.ts';
import { readSource } from '#source/source.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { filesOf, recordOf, sourceOf } from '../source-of.ts';

// Each claim in bold type on the page about the check has cases here that show it.
const page = readFileSync(
  fileURLToPath(new URL('../../content/pages/how-citations-are-checked.mdx', import.meta.url)),
  'utf8',
);
const claimsOf = (section: string) => {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return [...text.matchAll(/^- \*\*(.+?)\.\*\*/gm)].map(([, claim = '']) => claim);
};

const MEMO =
  'The port of Almar shipped grain. The quay fell in May. The quay fell in May, they say. Photo: a ship of the port';
const CAPTION = 'regions: [{ kind: boilerplate, words: "Photo: a ship of the port", reason: caption }]';
const SPOKEN = 'The quay is ugly, Mira Oren said to Tomas Lund.';
const RECORDS: Readonly<Record<string, string>> = {
  [MEMO]: CAPTION,
  [SPOKEN]: 'speech: [{ kind: reported, from: "The quay is ugly,", to: "to Tomas Lund.", by: Mira Oren }]',
};
const LOG = 'It rained in Almar all summer long.\n';
const OTHERS = [
  documentOf('pages', 'people', 'names: true\n', '## People\n\n### Mira Oren\n\n### Tomas Lund\n'),
  documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'It rains.'),
];

function check(body: string, memo = MEMO) {
  const sources = [
    { id: 'memo', source: sourceOf('memo', `${memo}\n`, RECORDS[memo]), problems: [] },
    { id: 'log', source: sourceOf('log', LOG), problems: [] },
  ];
  const article = articleOf('grain', body);
  const { corpus, report } = checkCorpus(sources, [...OTHERS, article]);
  const start = article.text.length - body.length - 1;
  const own = report.problems.filter(
    ({ file, place }) => file === article.file && Number(place?.start.offset) >= start,
  );
  return { corpus, found: [...new Set(own.map(({ ruleId }) => ruleId))] };
}

/** A sentence with one footnote, which quotes a passage of the memo. */
const over = (sentence: string, passage: string) => `${sentence}[^a]\n\n[^a]: @memo "${passage}"`;

/** A document, or a sentence and the passage it cites, and what is reported of it. */
type Case = readonly [
  ...shown: [body: string] | [sentence: string, passage: string],
  found: readonly Problem['ruleId'][],
];

const PROVEN: Readonly<Record<string, readonly Case[]>> = {
  'The words stand in the source': [
    [over('Almar shipped grain.', 'The port of Almar shipped grain.'), []],
    [over('Almar shipped grain.', 'The port of Almar shipped Grain.'), ['quote-not-found']],
    [over('Almar shipped grain.', 'The port of Аlmar shipped grain.'), ['quote-not-found']],
  ],
  'They stand in that source': [
    [over('It rained.', 'It rained in Almar all summer long.'), ['quote-not-found']],
    ['It rained.[^a]\n\n[^a]: @log "It rained in Almar all summer long."', []],
  ],
  'They stand in one place': [[over('The quay fell.', 'The quay fell in May'), ['quote-ambiguous']]],
  'They are the text itself': [[over('There was a ship.', 'Photo: a ship of the port'), ['quote-not-citable']]],
  'No sentence is without a footnote': [
    [`It rained. ${over('Almar shipped grain.', 'The port of Almar shipped grain.')}`, []],
    [`${over('Almar shipped grain.', 'The port of Almar shipped grain.')}\n\nIt rained.`, ['statement-uncited']],
  ],
  'No footnote leads nowhere': [
    ['It rained.[^a]', ['footnote-undefined']],
    [
      `${over('Almar shipped grain.', 'The port of Almar shipped grain.')}\n\n[^b]: @log "It rained in Almar all summer long."`,
      ['footnote-unused'],
    ],
    [over('Almar shipped [grain](/no/).', 'The port of Almar shipped grain.'), ['link-broken']],
  ],
};

const COMPARED: Readonly<Record<string, readonly Case[]>> = {
  Figures: [
    ['Almar shipped 11 percent more.', 'Almar shipped 12 percent more grain.', ['figure-unsupported']],
    ['Almar shipped 1,200 tons.', 'Almar shipped 11,200 tons of grain.', ['figure-unsupported']],
    ['Almar shipped about 40 tons.', 'Almar shipped 40 tons of grain.', ['figure-unsupported']],
  ],
  Dates: [
    ['The quay fell in 2023.', 'The quay fell on 3 May 2023.', []],
    ['The quay fell on 3 May 2023.', 'The quay fell in 2023, they say.', ['date-unsupported']],
  ],
  'Quotation marks': [
    ['It was "a good year".', 'They call it a good year there.', []],
    ['It was "a great year".', 'They call it a good year there.', ['quotation-unsupported']],
  ],
  Names: [
    ['Mira Oren spoke in Almar.', 'Tomas Lund spoke in Almar.', ['name-unsupported']],
    ['Turkish ships came.', 'Ships from Turkey came to the quay.', []],
    ['Greek ships came.', 'Ships from Turkey came to the quay.', ['name-unsupported']],
    ['The quay of Vellin fell.', 'The quay of Almar fell in May.', ['name-unsupported']],
  ],
  Offices: [
    ['Ambassador Mira Oren came.', 'Minister Mira Oren met Ambassador Tomas Lund.', ['office-unsupported']],
    ['Minister Mira Oren came.', 'Minister Mira Oren met Ambassador Tomas Lund.', []],
  ],
  Speakers: [
    ['The quay is ugly.', SPOKEN, ['attribution-missing']],
    ['The quay is ugly, Mira Oren said.', SPOKEN, []],
    ['The quay is ugly, Tomas Lund said.', SPOKEN, ['attribution-unsupported']],
  ],
  Texts: [
    ['It rained, says the log.', 'It rained in the port of Almar.', ['attribution-unsupported']],
    ['It rained, says the memo.', 'It rained in the port of Almar.', []],
  ],
  Order: [
    ['A ferry cost $3 million.', 'They paid $3 million for a crane and $8 million for a steam ferry.', []],
    [
      'A steam ferry cost $3 million.',
      'They paid $3 million for a crane and $8 million for a steam ferry.',
      ['figures-swapped'],
    ],
    [
      'Almar opened the quay in 1930.',
      'In 1912 Almar opened the quay, and it burned down in 1930.',
      ['figures-swapped'],
    ],
  ],
  'Who does what, and in which order': [
    ['Greece rebuked Turkey.', 'Turkey rebuked Greece in the harbor.', ['roles-swapped']],
    ['Greece was rebuked by Turkey.', 'Turkey rebuked Greece in the harbor.', []],
    ['The mayor came before the flood.', 'The mayor came shortly after the flood.', ['roles-swapped']],
    ['The flood was before the mayor came.', 'The mayor came shortly after the flood.', []],
  ],
  Denials: [
    ['The port closed in winter.', 'The port never closed in winter.', ['limit-changed']],
    ['The port has a pilot.', 'The port does not yet have a pilot.', ['limit-changed']],
    ['The port never closed in winter.', 'The port closed in the winter of the storm.', ['limit-changed']],
    ['The port stayed open in winter.', 'The port never closed in winter.', []],
  ],
  'Charges and reports': [
    ['The mayor allegedly sold the grain.', 'The mayor sold the grain of the town.', ['limit-changed']],
    ['The mayor sold the grain.', 'The mayor allegedly sold the grain.', ['limit-changed']],
    [
      'Pirates seized the ferry, according to the memo.',
      'It was reported that pirates seized the ferry.',
      ['limit-changed'],
    ],
    ['Pirates are reported to have seized the ferry.', 'It was reported that pirates seized the ferry.', []],
  ],
  'Plans and attempts': [
    ['The council was to repair the quay.', 'The council repaired the quay at last.', ['limit-changed']],
    ['The council repaired the quay.', 'The council pledged to repair the quay.', ['limit-changed']],
    ['There was a fire of the northern quay.', 'A guard averted a fire of the northern quay.', ['limit-changed']],
    ['The council wants to repair the quay.', 'The council pledged to repair the quay.', []],
  ],
  'Ranks and parts': [
    [
      'Almar was the first port with a crane.',
      'Almar was one of the first ports with a crane.',
      ['figure-unsupported'],
    ],
    ['Almar is the first port with a crane.', 'Almar is the first northern port with a crane.', ['limit-changed']],
    ['Almar is the only port with a crane.', 'Almar is one of the few ports with a crane.', ['limit-changed']],
    ['The crews live on the quay.', 'The crews live mostly on the quay.', ['limit-changed']],
  ],
  'Since, until, before, after, in': [
    ['The port had a pilot in 1931.', 'The port has had a pilot since 1931.', ['limit-changed']],
    ['The pilot service was founded in 1931.', 'The port has had a pilot service since 1931.', []],
  ],
  'Titles and headings': [
    [`## The view from Greece\n\n${over('It rained.', 'It rained in the port of Almar.')}`, ['name-unsupported']],
    [`## Two texts on Almar\n\n${over('It rained.', 'It rained in the port of Almar.')}`, ['figure-unsupported']],
    [`## One text on Almar\n\n${over('It rained.', 'It rained in the port of Almar.')}`, []],
  ],
};

const UNPROVEN: Readonly<Record<string, readonly Case[]>> = {
  'That a text is right': [['The moon is made of cheese.', 'The moon is made of cheese, they say.', []]],
  'Who did what to whom in other words': [
    ['Greece blamed Turkey.', 'Turkey rebuked Greece in the harbor.', []],
    ['Greece, in the harbor, rebuked Turkey.', 'Turkey rebuked Greece in the harbor.', []],
  ],
  'What is said in free words': [['Loot came to the mayor.', 'The mayor allegedly sold the grain.', []]],
  'Figures without a common word beside them': [
    ['The cheap item cost $8 million.', 'They paid $3 million for a crane and $8 million for a steam ferry.', []],
  ],
  'A name that begins a sentence': [
    ['Vellin shipped grain.', 'The port of Almar shipped grain.', []],
    ['Grain came from Vellin.', 'The port of Almar shipped grain.', ['name-unsupported']],
  ],
  'Counts of our own': [['Nine texts agree.', 'The port of Almar shipped grain.', []]],
  'That irony or doubt was understood': [['What a lovely storm.', 'What a lovely storm that was, he sighed.', []]],
  'That nothing was left out elsewhere': [['It never rained.', 'It never rained in all that summer.', []]],
};

/** A memo that is longer than its passage, where only that is given. */
const read = ([first, ...rest]: Case) => {
  const found = rest.at(-1) as Case[1];
  const [passage] = rest.slice(0, -1) as string[];
  return { body: passage === undefined ? first : over(first, passage), memo: passage, found };
};

describe.for([
  ['What is proven', PROVEN],
  ['What is compared', COMPARED],
  ['What is not proven', UNPROVEN],
] as const)('%s', ([section, cases]) => {
  /** Shown below, by the bytes and the notes themselves. */
  const elsewhere = ['The source is the one that was read', 'What you read is cut from the source'];

  test('is shown claim by claim', () => {
    expect(Object.keys(cases)).toEqual(claimsOf(section).filter((claim) => !elsewhere.includes(claim)));
  });

  test.for(Object.entries(cases).flatMap(([claim, all]) => all.map((one) => [claim, one[0], one] as const)))(
    '%s: %s',
    ([, , one]) => {
      const { body, memo, found } = read(one);
      const quoted = memo ?? /@memo "(.*)"/.exec(body)?.[1] ?? MEMO;
      expect(check(body, section === 'What is proven' ? MEMO : quoted).found.sort()).toEqual([...found].sort());
    },
  );
});

test('the source is the one that was read: a changed byte stops its citations', () => {
  const files = filesOf('memo', 'The port of Almar shipped grain.\n', recordOf('memo'));
  const changed = files.raw && { ...files, raw: { ...files.raw, sha256: 'b'.repeat(64) } };
  const { source, problems } = readSource(changed ?? files, ['memo']);
  expect([source, problems.map(({ ruleId }) => ruleId)]).toEqual([undefined, ['source-stale']]);
});

test('what you read is cut from the source, whatever was typed', () => {
  const { corpus } = check(
    over('Almar spoke.', "“It's   grain”, they said in Almar."),
    '"It’s grain", they said in Almar.',
  );
  const [passage] = documentsOf(corpus).flatMap(({ footnotes }) => footnotes.flatMap(({ passages }) => passages));
  const raw = corpus.sources.find(({ id }) => id === 'memo')?.raw;
  expect(passage?.raw.map(({ start, end }) => raw?.slice(start, end))).toEqual(['"It’s grain", they said in Almar.']);
});
