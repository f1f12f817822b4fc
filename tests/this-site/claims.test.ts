import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '#io/read-corpus.ts';
import { citedPassages } from '#publication/uses.ts';

interface Claim {
  readonly id: string;
  readonly source: string;
  /** In the raw text, UTF-16 code units, the end excluded. More than one where a page mark cuts the sentence. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** What the five texts say, claim by claim, as someone who is not the author of the articles divided it. */
const claims: readonly Claim[] = JSON.parse(
  readFileSync(fileURLToPath(new URL('claims.json', import.meta.url)), 'utf8'),
);

const { corpus } = readCorpus(fileURLToPath(new URL('../../', import.meta.url)));
const cited = citedPassages(corpus);

/** The letters and digits of a claim that are in no passage of the site. */
function uncited({ source, spans }: Claim): string {
  const { raw } = corpus.sources.find(({ id }) => id === source) ?? { raw: '' };
  const passages = (cited.get(source) ?? []).flatMap(({ passage }) => passage.raw);
  return spans
    .flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at))
    .filter((at) => !passages.some((span) => span.start <= at && at < span.end))
    .map((at) => raw.charAt(at))
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('');
}

test('there are 238 claims, each with words of its source', () => {
  expect(claims).toHaveLength(238);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(238);
  expect(claims.filter(({ source }) => !corpus.sources.some(({ id }) => id === source))).toEqual([]);
});

test('a claim that no passage contains would be caught', () => {
  const [first] = corpus.sources.flatMap(({ id, regions }) =>
    regions
      .filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => ({ id, source: id, spans: [[start, end]] as const })),
  );
  expect(first && uncited(first)).not.toBe('');
});

describe('each claim lies within passages that the site cites', () => {
  test.for(claims)('$id', (claim) => {
    expect(uncited(claim)).toBe('');
  });
});
