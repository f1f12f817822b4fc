import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { anchoredText } from '#source/anchor.ts';
import { writeAnchors } from '#source/edit-record.ts';
import { type Random, seeded } from '../../faults/random.ts';
import { type Fact, type FactDate, inventFact, monthDayYear, toEdtf } from './fact.ts';
import { bodyOf, fillerOf, PLACES, personOf, pick, THEMES } from './vocabulary.ts';

/** A generated source: its two files, and what articles can cite of it. */
export interface GeneratedSource {
  readonly id: string;
  readonly name: string;
  readonly raw: string;
  readonly record: string;
  readonly facts: readonly CitableFact[];
}

/** A fact at its place in a source. */
export interface CitableFact extends Fact {
  readonly sourceId: string;
  /** The sentence as printed, slips included, without line breaks and page marks. */
  readonly printed: string;
  /** The line of the raw text that it begins in. */
  readonly line: number;
  /** How many characters of the text are before it, page marks of its own paragraph aside. */
  readonly at: number;
}

/** Slips of character recognition, as long as what they stand for, in words that no claim needs. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['counted', 'countcd'],
  ['signed', 'slgned'],
  ['people', 'peopIe'],
  ['opened', 'opcned'],
  ['visitors', 'vlsitors'],
  ['sailed', 'saiIed'],
];
/** A record lists some of what is wrong and who says what, whatever its text's length: a person wrote it. */
const MOST_ERRATA = 40;
const MOST_SPEECH = 12;
const BYTES_A_PAGE = 4000;

/**
 * Make a source of about `bytes` bytes, the same for the same seed. Every third is a scan: wrapped lines, page marks,
 * slips.
 */
export function generateSource(index: number, bytes: number, seed: number): GeneratedSource {
  const random = seeded(seed + 7919 * (index + 1));
  const isScan = index % 3 === 0;
  const theme = pick(random, THEMES);
  const body = bodyOf(random, theme);
  const id = `${body.toLowerCase().replaceAll(' ', '-')}-${String(index + 1).padStart(3, '0')}`;
  const name = `Papers of the ${body}`;
  const author = personOf(random);
  const title = `The ${body} and its neighbors`;
  const issued: FactDate = { year: 2016 + random.below(5), month: 1 + random.below(12), day: 1 + random.below(28) };

  const text = collectLines();
  text.add(title);
  text.add(`By ${author}`);
  text.add(`Printed on ${monthDayYear(issued)}`);
  const isWithheld = index % 6 === 2;
  if (isWithheld) text.add('For the file of the office only');
  text.add('');

  const facts: CitableFact[] = [];
  const errata: { line: number; printed: string; read: string; certainty: string }[] = [];
  const speech: { kind: string; from: string; to: string; by: string }[] = [];
  const marks: number[] = [];
  const captions: number[] = [];
  const known = new Set<string>();
  const width = 80 + random.below(41);
  let page = 1;

  while (text.size() < bytes) {
    const begin = text.size();
    const sentences = makeSentences(random, known, isScan);
    const whole = sentences.map(({ printed }) => printed).join(' ');
    const lines = isScan ? wrap(whole, width) : [whole];
    const isPageEnd = isScan && text.size() > page * BYTES_A_PAGE;
    // In a scan a page can end in the middle of a sentence.
    const cut = isPageEnd ? random.below(lines.length) : -1;
    const starts: { readonly line: number; readonly at: number; readonly words: string }[] = [];
    let at = 0;
    for (const [number, words] of lines.entries()) {
      starts.push({ line: text.add(words), at, words });
      at += words.length + 1;
      if (number !== cut) continue;
      page++;
      marks.push(text.add(`[Page ${page}]`));
    }
    let from = 0;
    for (const { fact, printed, slip } of sentences) {
      const start = starts.findLast((line) => line.at <= from);
      if (fact) {
        const line = start?.line ?? 0;
        facts.push({ ...fact, sourceId: id, printed, line, at: begin + from });
        if (fact.sentence.startsWith('“') && speech.length < MOST_SPEECH && random.below(3) === 0)
          speech.push({ kind: 'reported', from: printed, to: printed.slice(-24), by: fact.person ?? 'nobody named' });
      }
      if (slip && errata.length < MOST_ERRATA) {
        const place = starts.filter(
          ({ at: start, words }) => start <= from + printed.length && start + words.length > from,
        );
        const hit = place.filter(({ words }) => words.includes(slip[1]));
        const [line] = hit;
        if (line && hit.length === 1 && line.words.split(slip[1]).length === 2)
          errata.push({ line: line.line, printed: slip[1], read: slip[0], certainty: 'certain' });
      }
      from += printed.length + 1;
    }
    if (!isScan && index % 3 === 1 && random.below(60) === 0) captions.push(text.add(`Photo: ${pick(random, PLACES)}`));
    if (isScan) text.add('');
  }

  const raw = text.all();
  const regions = [
    { kind: 'heading', lines: '1-2', reason: 'Title and author; stated in the record' },
    ...(isWithheld ? [{ kind: 'withheld', lines: 4, reason: 'A line for the office alone.' }] : []),
    ...(marks.length > 0 ? [{ kind: 'furniture', lines: marks, reason: 'Page marks of the copy' }] : []),
    ...(captions.length > 0 ? [{ kind: 'boilerplate', lines: captions, reason: 'Captions of pictures' }] : []),
  ];
  const inferred = (value: string) => ({ known: 'inferred', value, note: 'The text was read.' });
  const record = stringify(
    {
      id,
      name,
      sha256: createHash('sha256').update(raw).digest('hex'),
      reviewed: '2026-11-23',
      status: 'current',
      display: index % 5 === 4 ? 'passages' : 'full',
      csl: {
        type: inferred('report'),
        title: { known: 'stated', value: title, words: title },
        author: { known: 'stated', value: [{ literal: author }], words: `By ${author}` },
        publisher: { known: 'stated', value: body, words: title },
        'container-title': { known: 'unknown' },
        issued: { known: 'stated', value: toEdtf(issued), words: `Printed on ${monthDayYear(issued)}` },
        language: inferred('en'),
        URL: { known: 'unknown' },
        genre: inferred('report of a body'),
      },
      voice: `An author of the ${body}, who reports what others said and counted.`,
      regions,
      errata,
      speech,
      notes: ['Who counted is not said.'],
    },
    { lineWidth: 0 },
  );
  return { id, name, raw, record: writeAnchors(record, anchoredText(raw)), facts };
}

interface Sentence {
  readonly fact: Fact | undefined;
  readonly printed: string;
  /** What should be there, and what is printed. */
  readonly slip: readonly [string, string] | undefined;
}

/** One to three sentences of a paragraph. No fact is worded the same way twice, so that each quote has one place. */
function makeSentences(random: Random, known: Set<string>, isScan: boolean): Sentence[] {
  return Array.from({ length: 1 + random.below(3) }, (): Sentence => {
    const fact = random.below(9) < 5 ? inventFact(random, pick(random, THEMES)) : undefined;
    if (!fact || known.has(fact.sentence)) return { fact: undefined, printed: fillerOf(random), slip: undefined };
    known.add(fact.sentence);
    const slip = isScan && random.below(12) === 0 ? SLIPS.find(([word]) => fact.sentence.includes(word)) : undefined;
    return { fact, printed: slip ? fact.sentence.replace(...slip) : fact.sentence, slip };
  });
}

/** Break a paragraph into lines of at most `width` characters; each break takes the place of one space. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A text that is written line by line. */
function collectLines() {
  const lines: string[] = [];
  let size = 0;
  return {
    /** Add a line; returns its number, from 1. */
    add: (line: string) => {
      size += line.length + 1;
      return lines.push(line);
    },
    /** In characters. */
    size: () => size,
    all: () => `${lines.join('\n')}\n`,
  };
}
