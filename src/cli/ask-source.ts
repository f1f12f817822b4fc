import { findWords } from '#citation/resolve.ts';
import { SourceRecord } from '#source/record.ts';
import { normalize } from '#text/normalize.ts';
import { omit } from '#text/omit.ts';
import { nearest } from '#text/search.ts';
import { findSuspicious, SUSPICIOUS, showSuspicious } from '#text/suspicious.ts';
import { writeDate } from '#text/write-date.ts';
import { findIssued, readIssued } from './issued.ts';
import type { Questions, Terminal } from './terminal.ts';

/** What a text states, and the words of it that show that. */
export interface Stated {
  readonly value: string;
  readonly words: readonly string[];
}

/** What a person knows of a text; undefined for what is not in it. */
export interface Known {
  readonly title: Stated | undefined;
  readonly author: Stated | undefined;
  readonly publisher: Stated | undefined;
  /** The value in EDTF: `2007-06-29`, `2007-06`, `2007`. */
  readonly issued: Stated | undefined;
  /** Undefined where nobody says so. */
  readonly voice: string | undefined;
}

/** Ask a person what a text states. A wrong answer is asked again; an empty one leaves the field unknown. */
export async function askForSource({ ask, err }: Terminal, raw: string): Promise<Known> {
  const nothing = { title: undefined, author: undefined, publisher: undefined, issued: undefined, voice: undefined };
  if (!ask) return nothing;
  const { text } = normalize(raw);
  const stated = async (what: string): Promise<Stated | undefined> => {
    const answer = spaced(await ask.text(`${what}, in the words of the text (empty: not stated)`));
    if (answer === '') return undefined;
    const found = findStated(text, answer);
    if (found) return found;
    err.write(`${sayMissing(text, answer)}\n`);
    return stated(what);
  };
  return {
    title: await stated('Title'),
    author: await stated('Author'),
    publisher: await stated('Publisher'),
    issued: await askIssued(ask, err, text),
    voice: await askVoice(ask, err),
  };
}

const INVISIBLE = new RegExp(` ?(?:${SUSPICIOUS.source})+(?= )|(?:${SUSPICIOUS.source})+`, 'gu');

/**
 * Find words in a text although invisible characters, such as direction marks, stand between them. A record has none of
 * these: it gets the words between them.
 *
 * @param text In normal form.
 */
function findStated(text: string, answer: string): Stated | undefined {
  const { text: value } = omit(answer, INVISIBLE);
  const { text: wanted } = normalize(value);
  if (wanted === '') return undefined;
  if (findWords(text, wanted).length > 0) return { value, words: [value] };
  const visible = omit(text, INVISIBLE);
  const at = visible.text.indexOf(wanted);
  if (at === -1) return undefined;
  const printed = text.slice(visible.units[at], (visible.units[at + wanted.length - 1] ?? 0) + 1);
  return { value, words: printed.split(INVISIBLE).map(spaced).filter(Boolean) };
}

function sayMissing(text: string, answer: string): string {
  const near = nearest(text, normalize(answer).text);
  const similar = near ? `; the most similar words are “${text.slice(near.start, near.end)}”` : '';
  return `The text does not have “${answer}”${similar}: copy the words from it, or leave the answer empty`;
}

async function askIssued(ask: Questions, err: Terminal['err'], text: string): Promise<Stated | undefined> {
  const question = 'Day, month or year of issue, in the words of the text, such as 29 June 2007 (empty: not stated)';
  const answer = spaced(await ask.text(question));
  if (answer === '') return undefined;
  const typed = findStated(text, answer);
  const printed = typed ? undefined : findIssued(text, answer);
  const stated = printed === undefined ? typed : findStated(text, printed);
  if (!stated) {
    err.write(`${sayMissing(text, answer)}\n`);
    return askIssued(ask, err, text);
  }
  if (printed !== undefined) err.write(`The text has this date as “${stated.value}”\n`);
  const value = await chooseDate(ask, err, stated.value);
  return value === undefined ? undefined : { value, words: stated.words };
}

/** Which date words mean, in EDTF; undefined where nobody knows. */
async function chooseDate(ask: Questions, err: Terminal['err'], words: string): Promise<string | undefined> {
  const { values, isSure } = readIssued(words);
  const [value, ...others] = values;
  if (value === undefined) return typeDate(ask, err, words);
  if (isSure) return value;
  if (others.length === 0) {
    return (await ask.confirm(`Is “${words}” ${writeDate(value)}?`)) ? value : typeDate(ask, err, words);
  }
  const choices = [...values.map(writeDate), 'another date, or unknown'];
  const at = await ask.choose(
    `Which day is “${words}”?`,
    choices.map((choice, index) => `${index + 1}  ${choice}`),
  );
  return values[at] ?? typeDate(ask, err, words);
}

async function typeDate(ask: Questions, err: Terminal['err'], words: string): Promise<string | undefined> {
  const answer = await ask.text(`Which date is “${words}”? As 2007-06-29, 2007-06 or 2007 (empty: unknown)`);
  if (answer === '') return undefined;
  const { issued } = SourceRecord.shape.csl.shape;
  if (issued.safeParse({ known: 'stated', value: answer, words }).success) return answer;
  err.write(`“${showSuspicious(answer)}” is no date that a calendar has, such as 2007-06-29, 2007-06 or 2007\n`);
  return typeDate(ask, err, words);
}

async function askVoice(ask: Questions, err: Terminal['err']): Promise<string | undefined> {
  const answer = spaced(await ask.text('Who speaks in the text, in a sentence (empty: to be written later)'));
  const [invisible] = findSuspicious(answer);
  if (!invisible) return answer === '' ? undefined : answer;
  err.write(
    `The answer has ${invisible.name}, which nobody sees: type it without, as “${showSuspicious(answer)}” shows\n`,
  );
  return askVoice(ask, err);
}

function spaced(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
