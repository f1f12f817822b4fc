import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Corpus } from '#check/model.ts';
import { anchoredText } from '#source/anchor.ts';
import { writeAnchors } from '#source/edit-record.ts';
import { readSource, type Source } from '#source/source.ts';
import { at, type Change } from './quotes.ts';
import type { Random } from './random.ts';
import { type Sample, type Tally, tallyOf } from './tally.ts';
import { documentsOf, isReported, readTyped } from './typed.ts';

/** How letters with marks are encoded: in one code point, or as the letter and then its marks. */
type Form = 'NFC' | 'NFD';

const MARKED = new Map([
  ['e', 'é'],
  ['s', 'ş'],
  ['o', 'ö'],
]);

/** Give letters of a text marks, so that there is something to compose. */
function accented(text: string, form: Form): string {
  return text.replace(/[eso]/g, (letter) => MARKED.get(letter) ?? letter).normalize(form);
}

const FAULTS: Readonly<Record<string, Change>> = {
  'mark lost': at(/[éşö]|[eso]\p{M}/gu, (letter) => letter.normalize('NFD').charAt(0)),
  'mark of another kind': at(/[éşö]|[eso]\p{M}/gu, (letter) => `${letter.normalize('NFD').charAt(0)}\u0326`),
  'mark twice': at(/[éşö]|[eso]\p{M}/gu, (letter) => letter + letter.normalize('NFD').charAt(1)),
};

/**
 * The site's texts have no letter that can be composed. Give them some, in one form, and the quotes in the other: each
 * must hold, and none with another mark.
 */
export function tryAccents(
  root: string,
  corpus: Corpus,
  random: Random,
  sample: Sample,
): { faults: Tally[]; harmless: Tally[] } {
  const everything = sample(readTyped(documentsOf(corpus)).filter(({ quote }) => !/[\\&]/.test(quote)));
  const tallies = (['NFC', 'NFD'] as const).map((form) => {
    const sources = corpus.sources.map(({ id }) => readAccented(root, id, form));
    const sourcesById = new Map(sources.map((source) => [source.id, source]));
    const other = form === 'NFC' ? 'NFD' : 'NFC';
    const all = everything.map((typed) => ({ ...typed, quote: accented(typed.quote, other) }));
    const tried = (name: string, change: Change, expected: 'reported' | 'silent') => {
      const trials = all.flatMap((typed) => {
        const changed = change(typed, random, sources);
        return changed
          ? { label: `${typed.file}: ${changed.quote}`, isReported: isReported(changed, sourcesById) }
          : [];
      });
      return tallyOf(`${name}, text in ${form}`, trials, expected);
    };
    return {
      faults: Object.entries(FAULTS).map(([name, change]) => tried(name, change, 'reported')),
      harmless: [tried(`quote in ${other}`, (typed) => typed, 'silent')],
    };
  });
  return { faults: tallies.flatMap(({ faults }) => faults), harmless: tallies.flatMap(({ harmless }) => harmless) };
}

/** Keys of a record whose values are words of the raw text. */
const WORDS = ['words', 'printed', 'from', 'to'];

function readAccented(root: string, id: string, form: Form): Source {
  const raw = Buffer.from(accented(readFileSync(join(root, `sources/${id}.txt`), 'utf8'), form));
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const record: unknown = parse(readFileSync(join(root, `sources/${id}.yaml`), 'utf8'), (key, value: unknown) => {
    if (key === 'sha256') return sha256;
    if (typeof value === 'string' && WORDS.includes(String(key))) return accented(value, form);
    return Array.isArray(value) && key === 'words' ? value.map((words) => accented(String(words), form)) : value;
  });
  // Other letters are other words.
  const anchored = writeAnchors(stringify(record), anchoredText(raw.toString('utf8')));
  const { source, problems } = readSource(
    {
      id,
      record: { file: `sources/${id}.yaml`, bytes: Buffer.from(anchored) },
      raw: { file: `sources/${id}.txt`, bytes: raw, sha256 },
    },
    [id],
  );
  if (!source) throw new Error(JSON.stringify(problems.map(({ ruleId, place }) => [ruleId, place?.start.line])));
  return source;
}
