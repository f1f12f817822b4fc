import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { judgeOf, tryDocuments, tryFootnotes, tryFrontMatter } from '../long/faults/documents.ts';
import { FOOTNOTE_FAULTS, FOOTNOTE_HARMLESS } from '../long/faults/footnotes.ts';
import { FAULTY_FORMS, HARMLESS_FORMS, tryForms, tryNoteNumbers } from '../long/faults/forms.ts';
import { isPoor, tryMeaning } from '../long/faults/meaning.ts';
import { DOCUMENT_FAULTS, MATTER_FAULTS, MATTER_HARMLESS } from '../long/faults/pages.ts';
import { FAULTS, HARMLESS, tryChanges } from '../long/faults/quotes.ts';
import { seeded } from '../long/faults/random.ts';
import { SOURCE_FAULTS, SOURCE_HARMLESS, trySources } from '../long/faults/sources.ts';
import type { Sample, Tally } from '../long/faults/tally.ts';

// A sample; `npm run test:faults` tries every place.
const root = fileURLToPath(new URL('../../', import.meta.url));
const { corpus } = readCorpus(root);
const judge = judgeOf(corpus);
const random = seeded(23);
const few =
  (count: number): Sample =>
  (all) => {
    const first = random.below(Math.max(1, all.length));
    return all.length <= count
      ? all
      : Array.from({ length: count }, (_, index) => all[(first + index * 37) % all.length]).filter(
          (one) => one !== undefined,
        );
  };

const all: Sample = (cases) => cases;

/** The faults of footnotes are tried on shorter texts above. */
const ownFaults = Object.fromEntries(
  Object.entries(DOCUMENT_FAULTS).filter(([name]) => !name.endsWith(', in its document')),
);

const wrong = (tallies: readonly Tally[], expected: 'reported' | 'silent') =>
  tallies.filter(({ tried, found }) => found !== (expected === 'reported' ? tried : 0));
const sum = (tallies: readonly Tally[]) => tallies.reduce((total, { tried }) => total + tried, 0);

test.for<[name: string, tallies: () => Tally[], least: number]>([
  ['citations', () => tryChanges(corpus, FAULTS, 'reported', random, few(3)), 100],
  ['footnotes', () => tryFootnotes(corpus, judge, FOOTNOTE_FAULTS, 'reported', random, few(4)), 90],
  ['documents', () => tryDocuments(judge, ownFaults, 'reported', random, few(1)), 25],
  ['front matter', () => tryFrontMatter(judge, MATTER_FAULTS, 'reported'), 500],
  ['figures and dates', () => tryForms(corpus, FAULTY_FORMS, 'reported', all), 600],
  ['sources', () => trySources(root, corpus, SOURCE_FAULTS, 'reported', random, few(1)), 40],
])('faults of %s are reported', ([, tallies, least]) => {
  const tried = tallies();

  expect(wrong(tried, 'reported')).toEqual([]);
  expect(sum(tried)).toBeGreaterThan(least);
});

test.for<[name: string, tallies: () => Tally[], least: number]>([
  ['citations', () => tryChanges(corpus, HARMLESS, 'silent', random, few(4)), 40],
  ['footnotes', () => tryFootnotes(corpus, judge, FOOTNOTE_HARMLESS, 'silent', random, few(4)), 20],
  ['front matter', () => tryFrontMatter(judge, MATTER_HARMLESS, 'silent'), 60],
  ['figures and dates', () => tryForms(corpus, HARMLESS_FORMS, 'silent', all), 400],
  ['notes of sources', () => [tryNoteNumbers(corpus, all)], 1000],
  ['sources', () => trySources(root, corpus, SOURCE_HARMLESS, 'silent', random, few(1)), 6],
])('harmless changes of %s are not reported', ([, tallies, least]) => {
  const tried = tallies();

  expect(wrong(tried, 'silent')).toEqual([]);
  expect(sum(tried)).toBeGreaterThan(least);
});

test.for(tryMeaning(corpus, all).map((tally) => [tally.name, tally] as const))(
  'most changes of what a sentence says are reported: %s',
  ([, tally]) => {
    expect(isPoor(tally), `${tally.found} of ${tally.tried}`).toBe(false);
  },
);
