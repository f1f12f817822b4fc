import type { Fact } from '#problem/problem.ts';
import type { Span } from '#text/location.ts';
import { findSaying, withoutQuotations } from '#text/saying.ts';
import { findMisplaced } from './clause.ts';
import { compareValues, type Names } from './compare.ts';
import type { Compared } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { hasWords } from './name-in.ts';
import { type PartReading, readPart } from './reading.ts';
import { restsOnSpeech } from './rests-on-speech.ts';
import { isNamed, type Person, personsIn, type Speakers, speaksIn } from './speaker.ts';
import { type Statement, type StatementPart, wordsOf } from './statement.ts';
import { type TextMention, textsIn } from './text-name.ts';

/** The names that statements may have, and who speaks in the sources. */
export interface AttributionNames extends Names {
  readonly speakers: Speakers;
}

/** Something compared in a part of a statement, and where it is in it. */
export interface PartCompared extends Span {
  readonly part: StatementPart;
  readonly compared: Compared;
}

/**
 * Compare whom a statement makes responsible for its words: a text that it names must be cited; a person whom it lets
 * speak must do so in a passage; a figure, date or quotation next to one of them must be in a passage by it; and what
 * only rests on reported speech, opinion or allegation must name a speaker or text, or say that somebody says so.
 *
 * @param run The statements before it in its paragraph that rest on the same footnotes: they may name the speaker.
 */
export function compareAttribution(
  statement: Statement,
  run: readonly Statement[],
  evidence: readonly Evidence[],
  names: AttributionNames,
  readings = statement.parts.map(({ text }) => readPart(text, names.texts)),
): PartCompared[] {
  const words = wordsOf(statement);
  const named = statement.parts.map((part, at) => namedIn(part, readings[at] as PartReading, names));
  const found = named.flatMap(({ part, texts, persons }): PartCompared[] => [
    ...texts.map((text) => ({ part, ...placed(text), compared: compareText(text, words, evidence, names) })),
    ...persons
      .filter(({ speaks }) => speaks && statement.kind !== 'label' && evidence.every(({ voices }) => voices))
      .map((person) => ({ part, ...placed(person), compared: compareSpeaker(person, words, evidence, names) })),
  ]);
  // Whoever is named wrongly is named.
  if (statement.kind === 'label' || found.some(({ compared }) => compared.fact)) return found;
  const [part] = statement.parts;
  const missing = part && compareSpeech(statement, run, evidence, names);
  return [
    ...found,
    ...named.flatMap((one) => compareClauses(one, words, evidence, names)),
    ...(missing ? [{ part, start: 0, end: part.text.length, compared: missing }] : []),
  ];
}

/** A part of a statement with the texts and persons that it names. */
interface NamedPart {
  readonly part: StatementPart;
  readonly reading: PartReading;
  readonly texts: readonly TextMention[];
  readonly persons: readonly Person[];
}

function namedIn(part: StatementPart, reading: PartReading, { speakers }: AttributionNames): NamedPart {
  const text = withoutQuotations(part.text, part.quoted);
  return { part, reading, texts: reading.mentions, persons: personsIn(text, speakers) };
}

function placed({ start, end }: Span): Span {
  return { start, end };
}

function compareText(
  { words, sources, isAll }: TextMention,
  statement: string,
  evidence: readonly Evidence[],
  { texts }: AttributionNames,
): Compared {
  const citing = (id: string) => evidence.find(({ passage }) => passage.sourceId === id);
  const missing = sources.filter((id) => !citing(id));
  const by = sources.map(citing).find((one) => one !== undefined);
  const base = { kind: 'text', words } as const;
  if (by && !(isAll && missing.length > 0)) return { ...base, verdict: 'held', by, where: 'record' };
  const other = evidence.find((one) => isSpokenOf(words, one));
  if (other) return { ...base, verdict: 'held', by: other, where: 'passage' };
  const has = textsOf(evidence, texts);
  const name = by ? missing.map((id) => texts.short.get(id) ?? id).join(', ') : words;
  const fact = { ruleId: 'attribution-unsupported', fault: 'text', statement, name, has } as const;
  return { ...base, verdict: 'unsupported', by: undefined, fact };
}

/** Who publishes one text may be spoken of in another. */
function isSpokenOf(words: string, { readings, sentences }: Evidence): boolean {
  return [...readings, ...sentences].some((text) => hasWords(text, words));
}

/** What to call the texts of passages, each once. */
function textsOf(evidence: readonly Evidence[], { short }: Names['texts']): string[] {
  return [...new Set(evidence.map(({ passage: { sourceId } }) => short.get(sourceId) ?? sourceId))];
}

function compareSpeaker(
  { words }: Person,
  statement: string,
  evidence: readonly Evidence[],
  { known }: AttributionNames,
): Compared {
  const base = { kind: 'speaker', words } as const;
  const by = evidence.find((other) => speaksIn(words, other, known));
  if (by) return { ...base, verdict: 'held', by, where: 'passage' };
  const has = speakersOf(evidence);
  const fact = { ruleId: 'attribution-unsupported', fault: 'speaker', statement, name: words, has } as const;
  return { ...base, verdict: 'unsupported', by: undefined, fact };
}

/** Who speaks in passages, in the words of the records, each once. */
function speakersOf(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.flatMap(({ voices = [] }) => voices.map(({ by }) => by)))];
}

/** In a statement that rests on several passages, what stands next to a text or speaker must be in a passage by it. */
function compareClauses(
  { part, reading, texts: mentions, persons }: NamedPart,
  statement: string,
  evidence: readonly Evidence[],
  names: AttributionNames,
): PartCompared[] {
  const texts = mentions.filter(({ words }) => !evidence.some((one) => isSpokenOf(words, one)));
  const isContrast = texts.length > 0 && textsOf(evidence, names.texts).length > 1;
  if (evidence.length < 2 || !(isContrast || persons.some(({ speaks }) => speaks))) return [];
  const held = evidence.flatMap((by) =>
    compareValues(part, reading, statement, [by], true).flatMap(({ compared, ...place }) =>
      compared.by && isDistinct(compared) ? { ...place, words: compared.words, by } : [],
    ),
  );
  const items = [...Map.groupBy(held, ({ start, end }) => `${start}-${end}`).values()].flatMap((same) =>
    same.slice(0, 1).map((item) => ({ ...item, by: same.map(({ by }) => by) })),
  );
  const named = [
    ...texts.map(({ sources, ...text }) => ({
      ...text,
      isBy: ({ passage }: Evidence) => sources.includes(passage.sourceId),
    })),
    ...persons.map(({ speaks, ...person }) => ({
      ...person,
      isBy: speaks ? (other: Evidence) => speaksIn(person.words, other, names.known) : undefined,
    })),
  ];
  return findMisplaced(
    part.text,
    named.sort((a, b) => a.start - b.start),
    items,
  ).map(({ item, named: { words: name } }) => {
    const { words, by } = item;
    const has = textsOf(by, names.texts);
    const fact = { ruleId: 'attribution-unsupported', fault: 'clause', statement, name, words, has } as const;
    return {
      part,
      ...placed(item),
      compared: { kind: 'text', words: name, verdict: 'unsupported', by: undefined, fact },
    };
  });
}

/** Number words, such as `two`, are in many passages by chance. */
function isDistinct({ kind, words, where }: Compared): boolean {
  return kind === 'quotation' || (where === 'passage' && (kind === 'date' || (kind === 'figure' && /\d/.test(words))));
}

/** Undefined where the statement need not say who speaks. */
function compareSpeech(
  statement: Statement,
  run: readonly Statement[],
  evidence: readonly Evidence[],
  names: AttributionNames,
): Compared | undefined {
  const [by] = evidence;
  const voice = by?.voices?.[0];
  if (!voice || !restsOnSpeech(statement, evidence)) return undefined;
  const sign = [statement, ...run].map((one) => signOf(one, evidence, names)).find((one) => one !== undefined);
  if (sign !== undefined) return { kind: 'attribution', words: sign, verdict: 'held', by, where: 'record' };
  const fact: Fact & { readonly ruleId: 'attribution-missing' } = {
    ruleId: 'attribution-missing',
    statement: wordsOf(statement),
    kind: voice.kind,
    speakers: speakersOf(evidence),
    name: names.speakers.names.get(voice.by)?.last,
    texts: textsOf(evidence, names.texts),
  };
  return { kind: 'attribution', words: 'who says so', verdict: 'unsupported', by: undefined, fact };
}

/** By which words a statement says whose words it reports: a text, a speaker, or a sign that somebody says so. */
function signOf(
  { parts, head = [] }: Statement,
  evidence: readonly Evidence[],
  { texts, speakers }: AttributionNames,
): string | undefined {
  const cells = [...parts, ...head.map((text) => ({ text, quoted: [] }))];
  for (const { text, quoted } of cells) {
    const own = withoutQuotations(text, quoted);
    const sign =
      textsIn(text, texts)[0]?.words ??
      speakersOf(evidence).find((by) => isNamed(by, own, speakers)) ??
      findSaying(own);
    if (sign !== undefined) return sign;
  }
  return undefined;
}
