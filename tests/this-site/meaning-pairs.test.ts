import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { Memory } from '#check/memory.ts';
import { citableSentences } from '#citation/sentence.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { type Problem, RULE_GROUPS } from '#problem/problem.ts';
import { articleOf, documentOf } from '../document-of.ts';

// Sentences over passages of the five texts: those that the passages bear, and those that say something else.
const { corpus } = readCorpus(fileURLToPath(new URL('../../', import.meta.url)));
const readings = corpus.sources.map((source) => ({ id: source.id, source, problems: [] }));
const names = corpus.pages
  .filter(({ document }) => document.matter.names)
  .map(({ document: { slug, text } }) => {
    const [matter = '', ...body] = text.slice(text.indexOf('names: true')).split('\n---\n');
    return documentOf('pages', slug, `${matter}\n`, body.join('\n---\n'));
  });
const memory = new Memory();

interface Citation {
  readonly source: string;
  readonly quote: string;
}

/** What the check reports of a sentence with one footnote. */
function judge(sentence: string, cites: readonly Citation[]): Problem['ruleId'][] {
  const citations = cites.map(({ source, quote }) => `@${source} "${quote}"`).join('\n    ');
  const article = articleOf('pair', `${sentence}[^a]\n\n[^a]: ${citations}`);
  const start = article.text.indexOf(`${sentence}[^a]`);
  const { problems } = checkCorpus(readings, [...names, article], { memory }).report;
  const own = problems.filter(({ file, place }) => file === article.file && (place?.start.offset ?? 0) >= start);
  const rules = [...RULE_GROUPS.statement, ...RULE_GROUPS.citation];
  return own.map(({ ruleId }) => ruleId).filter((ruleId) => rules.some((rule) => rule === ruleId));
}

const fixture = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

interface Pair {
  readonly id: string;
  readonly cites: readonly Citation[];
  readonly true: string;
  readonly false: string;
}

/** Note numbers of the source are no part of a quote: they are page furniture. */
const PAIRS = (JSON.parse(fixture('meaning-pairs.json')) as Pair[]).map(({ cites, ...pair }) => ({
  ...pair,
  cites: cites.map(({ source, quote }) => ({ source, quote: quote.replace(/\[\d+\]/g, '') })),
}));
test.for(PAIRS.map((pair) => [pair.id, pair] as const))('the true sentence of %s is silent', ([, pair]) => {
  expect(judge(pair.true, pair.cites)).toEqual([]);
});

test.for(PAIRS.map((pair) => [pair.id, pair] as const))('the false sentence of %s is reported', ([, pair]) => {
  expect(judge(pair.false, pair.cites)).not.toEqual([]);
});

/** In `meaning-table.txt`: quotes, then true sentences with `+`, and false ones with `-` and what is wrong. */
const ROWS = fixture('meaning-table.txt')
  .trimEnd()
  .split('\n\n')
  .map((block) => {
    const lines = block.split('\n');
    const cites = lines.flatMap((line) => {
      const [, source = '', quote = ''] = /^@(\S+) "(.*)"$/.exec(line) ?? [];
      return source === '' ? [] : [{ source, quote }];
    });
    const sentences = (mark: string) => lines.flatMap((line) => (line.startsWith(`${mark} `) ? [line.slice(2)] : []));
    return { cites, true: sentences('+'), false: sentences('-') };
  });
const rowsOf = (truth: 'true' | 'false') => ROWS.flatMap((row) => row[truth].map((line) => [line, row.cites] as const));

test.for(rowsOf('true'))('true: %s', ([sentence, cites]) => {
  expect(judge(sentence, cites)).toEqual([]);
});

test.for(rowsOf('false'))('false: %s', ([line, cites]) => {
  const found = judge(line.slice(line.indexOf(': ') + 2), cites);
  expect(found.some((ruleId) => RULE_GROUPS.statement.some((rule) => rule === ruleId))).toBe(true);
  // Each quote holds.
  expect(found.filter((ruleId) => RULE_GROUPS.citation.some((rule) => rule === ruleId))).toEqual([]);
});

test('there are enough pairs, over all texts', () => {
  expect(rowsOf('true').length).toBeGreaterThan(140);
  expect(rowsOf('false').length).toBeGreaterThan(290);
  expect(new Set(ROWS.flatMap(({ cites }) => cites.map(({ source }) => source))).size).toBe(5);
});

test('each sentence of the sources says what it says', () => {
  const reported = corpus.sources.flatMap(({ id, ...source }) =>
    citableSentences({ id, ...source }).flatMap(({ start, end }) => {
      const quote = source.text.text.slice(start, end);
      // Brackets are syntax in our own prose.
      const rules = judge(quote.replace(/[[\]<>{}]/g, ''), [{ source: id, quote }]);
      return rules
        .filter((ruleId) => /^(?:limit|office|figures|roles|name)-/.test(ruleId))
        .map((ruleId) => [ruleId, quote]);
    }),
  );
  expect(reported).toEqual([]);
});
