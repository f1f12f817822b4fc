import { hasNames, knownNames } from '#check/check-statements.ts';
import { type Corpus, documentsOf } from '#check/model.ts';
import type { Page } from '#document/document.ts';
import { isError } from '#problem/problem.ts';
import { type AttributionNames, compareAttribution } from '#statement/attribution.ts';
import { comparePart } from '#statement/compare.ts';
import { compareMeaning } from '#statement/compare-meaning.ts';
import { readCountries } from '#statement/country.ts';
import { supportsDate } from '#statement/date.ts';
import type { Evidence } from '#statement/evidence.ts';
import { fitFigure } from '#statement/figure.ts';
import { readOffices } from '#statement/office.ts';
import { isOwnCount } from '#statement/own-count.ts';
import { joinReadings, type PartReading, type Reading, readPart } from '#statement/reading.ts';
import { indexSpeakers } from '#statement/speaker.ts';
import { plainStatement } from '#statement/statement.ts';
import { indexTexts } from '#statement/text-name.ts';
import type { Span } from '#text/location.ts';
import { type Sample, type Tally, tallyOf } from './tally.ts';

/** A sentence of the site, with what is between quotation marks, which is compared word by word. */
interface Subject {
  readonly text: string;
  readonly reading: PartReading;
  readonly quoted: readonly Span[];
  readonly evidence: readonly Evidence[];
  /** All words of its passages, their sentences and their speakers, in lower case. */
  readonly passages: string;
  /** Persons with an entry of their own. */
  readonly persons: readonly string[];
}

/** The sentences that a change makes of one: only false ones. */
type Changes = (subject: Subject) => readonly string[];

/** Another one of these would keep the sentence true. */
const DENIALS = /(?<!\p{L})(?:not?|never|neither|nor|none|without|lack\p{L}*|only|but|until)(?!\p{L})|n't/giu;
const HEDGES = /(?<!\p{L})(?:alleg\p{L}*|report\p{L}*|media|said|accus\p{L}*)(?!\p{L})/giu;

/** What is changed, and the least share that must be caught. What is missed is listed, for a person to read. */
const MEANING: Readonly<Record<string, readonly [least: number, changes: Changes]>> = {
  'person exchanged': [0.95, exchangePersons],
  'country exchanged': [0.95, exchangeCountries],
  'office exchanged': [0.9, exchangeOffices],
  'figures exchanged': [0.5, (subject) => exchange(subject, figuresOf(subject.reading))],
  'dates exchanged': [0.5, (subject) => exchange(subject, subject.reading.dates)],
  'denial dropped': [0.6, replace(/(?: not|never)(?: yet)? (?=(\p{L}{4,}))|n't (?=(\p{L}{4,}))/gu, ' ', DENIALS)],
  'charge dropped': [0.8, replace(/"?(?:allegedly|alleged)"? /g, '', HEDGES)],
  'report dropped': [0.8, replace(/(?:it was reported that|according to media reports,?|reportedly) /gi, '', HEDGES)],
  '“since” made “in”': [
    0.8,
    replace(/(?<!\p{L})since (?=(?:the \d{4}s|(?:early )?(?:\p{Lu}\p{L}+ )?\d{4})(?! \p{Ll}))/giu, 'in '),
  ],
  '“one of the” dropped': [0.8, replace(/(?<!\p{L})one of (the (?:first|few|leading) \p{L}+)s(?!\p{L})/giu, '$1')],
  '“before” made “after”': [
    0.3,
    (subject) =>
      [['before', 'after'] as const, ['after', 'before'] as const].flatMap(([from, to]) =>
        replace(new RegExp(`(?<!\\p{L})${from}(?= \\p{L})`, 'giu'), to)(subject),
      ),
  ],
  'denial added': [0, addDenials],
  'speaker dropped': [0.8, dropSpeakers],
  'person exchanged for another of the passage': [0.4, exchangeForNeighbors],
};

/** Is too little caught? One miss is allowed more than the share, since of some kinds few are tried. */
export function isPoor({ name, tried, found }: Tally): boolean {
  return tried - found > 1 + tried * (1 - (MEANING[name]?.[0] ?? 1));
}

/** Change what the sentences of the site say, one thing at a time, and see whether the check says so. */
export function tryMeaning(corpus: Corpus, sample: Sample): Tally[] {
  const pages = corpus.pages.map(({ document }) => document).filter(hasNames);
  const known = knownNames(pages);
  const { sources } = corpus;
  const names = { known, texts: indexTexts(sources), speakers: indexSpeakers(sources, known) };
  const persons = personsOf(pages);
  const subjects = documentsOf(corpus).flatMap(({ document, statements }) =>
    statements.flatMap(({ statement, evidence = [], exemptions }) => {
      const [part, ...more] = statement.parts;
      if (!part || more.length > 0 || part.links.length > 0) return [];
      if (statement.kind !== 'sentence' || exemptions.length > 0 || evidence.length === 0) return [];
      const { text, quoted } = part;
      const words = evidence.flatMap((by) => [...by.readings, ...by.sentences, ...by.antecedents, ...by.speakers]);
      const passages = words.join('\n').toLowerCase();
      return { file: document.file, text, reading: readPart(text, names.texts), quoted, evidence, passages, persons };
    }),
  );
  return Object.entries(MEANING).map(([name, [, changes]]) => {
    const cases = subjects.flatMap(({ file, ...subject }) =>
      changes(subject).map((text) => ({ label: `${file}: ${text}`, text, evidence: subject.evidence })),
    );
    const trials = sample(cases).map(({ label, text, evidence }) => {
      return { label, isReported: isReported(text, evidence, names) };
    });
    return tallyOf(name, trials, 'reported', trials.length);
  });
}

function isReported(text: string, evidence: readonly Evidence[], names: AttributionNames): boolean {
  const statement = plainStatement(text, { start: 0, end: text.length }, [], 'sentence');
  const found = [
    ...statement.parts.flatMap((part) => comparePart(part, text, evidence, names, false)),
    ...compareMeaning(joinReadings([readPart(text, names.texts)], ''), text, evidence),
    ...compareAttribution(statement, [], evidence, names),
  ];
  return found.some(({ compared: { fact } }) => fact && isError({ ...fact, file: '', place: undefined }));
}

function personsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ headings }) => {
    const first = headings.findIndex(({ depth, text }) => depth === 2 && text === 'People');
    const rest = first === -1 ? [] : headings.slice(first + 1);
    const end = rest.findIndex(({ depth }) => depth === 2);
    const entries = rest.slice(0, end === -1 ? rest.length : end).map(({ text }) => text);
    return entries.filter((text) => /^\p{Lu}\S+(?: \p{Lu}\S+)+$/u.test(text));
  });
}

/** Put other words at places outside quotation marks, one place at a time. */
function change({ text, quoted }: Subject, places: readonly (Span & { readonly to: string | undefined })[]): string[] {
  return places.flatMap(({ start, end, to }) => {
    // The marks may go with the words.
    const isQuoted = quoted.some(
      (span) => span.start < end && start < span.end && !(start <= span.start && span.end <= end),
    );
    return to === undefined || isQuoted ? [] : [text.slice(0, start) + to + text.slice(end)];
  });
}

/** Another person, of whom no passage speaks. */
function exchangePersons(subject: Subject): string[] {
  const { text, passages, persons } = subject;
  const isIn = (person: string) => passages.includes(person.slice(person.lastIndexOf(' ') + 1).toLowerCase());
  return persons.flatMap((person, index) => {
    const to = [...persons.slice(index + 1), ...persons].find((other) => !isIn(other));
    const start = text.indexOf(person);
    return start === -1 ? [] : change(subject, [{ start, end: start + person.length, to }]);
  });
}

/** Another person of whom the passages speak as well, with the last name alone. */
function exchangeForNeighbors(subject: Subject): string[] {
  const { text, passages, persons } = subject;
  const last = (person: string) => person.slice(person.lastIndexOf(' ') + 1);
  return persons.flatMap((person) => {
    const start = text.indexOf(person);
    if (start === -1) return [];
    const others = persons.filter(
      (other) =>
        passages.includes(last(other).toLowerCase()) && last(other) !== last(person) && !text.includes(last(other)),
    );
    return change(
      subject,
      others.map((to) => ({ start, end: start + person.length, to })),
    );
  });
}

function exchangeCountries(subject: Subject): string[] {
  return change(
    subject,
    readCountries(subject.text).map(({ words, countries, start, end }) => {
      const isNoun = countries.includes(words) || /^(?:U\.?S\.?|Turkey)$/.test(words);
      return { start, end, to: isNoun ? 'Norway' : words.endsWith('s') ? 'Norwegians' : 'Norwegian' };
    }),
  );
}

const OTHER_OFFICES: Readonly<Record<string, string>> = {
  'foreign minister': 'defense minister',
  'defense minister': 'foreign minister',
  'prime minister': 'president',
  president: 'prime minister',
  ambassador: 'foreign minister',
  chairman: 'ambassador',
  'executive director': 'ambassador',
  journalist: 'ambassador',
};

function exchangeOffices(subject: Subject): string[] {
  return change(
    subject,
    readOffices(subject.text).flatMap(({ words, person, start, end }) => {
      const other = OTHER_OFFICES[words.toLowerCase()];
      if (!person?.length || other === undefined || subject.passages.includes(other)) return [];
      return [
        {
          start,
          end,
          to: /^\p{Lu}/u.test(words) ? other.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : other,
        },
      ];
    }),
  );
}

function figuresOf({ text, figures }: PartReading): Reading['figures'] {
  return figures.filter((figure) => figure.kind !== 'ordinal' && !isOwnCount(figure, text));
}

/** Two figures, or dates, of one passage exchanged; not two of a list, such as `three or four`. */
function exchange(
  { text, quoted, evidence }: Subject,
  all: readonly (Reading['dates'] | Reading['figures'])[number][],
): string[] {
  const free = all.filter(({ start, end }) => !quoted.some((span) => span.start < end && start < span.end));
  return free.flatMap((a, index) =>
    free.slice(index + 1).flatMap((b) => {
      const isAlike = ('kind' in a ? a.kind : '') === ('kind' in b ? b.kind : '') && a.words !== b.words;
      const isOfOne = evidence.some(({ reading }) => has(reading, a) && has(reading, b));
      const isList = /^,? ?(?:and|or|to|through)? ?$/.test(text.slice(a.end, b.start));
      if (!isAlike || !isOfOne || isList) return [];
      return [text.slice(0, a.start) + b.words + text.slice(a.end, b.start) + a.words + text.slice(b.end)];
    }),
  );
}

function has(reading: Reading, mention: (Reading['dates'] | Reading['figures'])[number]): boolean {
  if ('kind' in mention) return reading.figures.some((figure) => fitFigure(mention, figure) === 'same');
  return reading.dates.some((date) => supportsDate(mention, date));
}

/** Words that a passage has as well, with the word after them. A second match of `kept` would keep the sentence true. */
function replace(pattern: RegExp, to: string, kept?: RegExp): Changes {
  return (subject) => {
    if (kept !== undefined && [...subject.text.matchAll(kept)].length > 1) return [];
    const found = [...subject.text.matchAll(pattern)].filter(([words, ...behind]) => {
      const plain = words.replaceAll('"', '').trim().toLowerCase();
      return [plain, ...behind].every((word) => word === undefined || subject.passages.includes(word.toLowerCase()));
    });
    return change(
      subject,
      found.map(({ 0: words, 1: behind = '', index: start }) => {
        return { start, end: start + words.length, to: to.replace('$1', behind) };
      }),
    );
  };
}

/** In sentences of one clause, of which no passage denies anything. */
function addDenials(subject: Subject): string[] {
  const { text, passages } = subject;
  const verbs = [...text.matchAll(/(?<!\p{L})(?:is|was|are|were|has|had|can|could|will|would)(?= (\p{L}+))/gu)];
  if (
    verbs.length !== 1 ||
    !passages.includes(verbs[0]?.[1] ?? '') ||
    /[,;:(]/.test(text) ||
    (text + passages).search(DENIALS) !== -1
  )
    return [];
  return change(
    subject,
    verbs.map(({ 0: verb, index }) => ({ start: index, end: index + verb.length, to: `${verb} not` })),
  );
}

/** From sentences that rest on reported speech, opinion or allegation alone. */
function dropSpeakers(subject: Subject): string[] {
  const { text, evidence } = subject;
  const speakers = evidence.flatMap((by) => by.speakers.flatMap((speaker) => speaker.match(/\p{Lu}\p{L}{3,}/gu) ?? []));
  if (!evidence.every(({ voices = [], plain }) => voices.length > 0 && plain.trim() === '')) return [];
  const found = [
    /^According to [^,]+, /,
    /, according to [^,.]+(?=[.,])/,
    /^(?:\p{Lu}\S+ )+(?:said|says|wrote|recalled|argued|noted|told \S+|reported|alleged)(?: \p{L}+){0,3} that /u,
    /, (?:\p{Lu}\S+ )+(?:said|wrote|recalled|argued|noted|added)(?=\.)/u,
  ].flatMap((pattern) => pattern.exec(text) ?? []);
  const dropped = change(
    subject,
    found.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, to: '' })),
  );
  return dropped.filter(
    (rest) => !/["“]/.test(rest) && rest.search(HEDGES) === -1 && !speakers.some((one) => rest.includes(one)),
  );
}
