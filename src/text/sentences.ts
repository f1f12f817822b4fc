import { findEnclosed } from './enclosed.ts';
import type { Span } from './location.ts';
import { findQuoted } from './quoted.ts';

/** Never at the end of a sentence: a name or a number follows. */
const BEFORE_NAME = 'Dr|Mr|Mrs|Ms|Prof|St|Mt|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Messrs|vs|cf|ca|e\\.g|i\\.e|viz';
const BEFORE_NUMBER = 'No|Nos|Art|Vol|Fig|Ch|Sec|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** At the end of a sentence too: the next word decides. */
const ANYWHERE = 'Inc|Ltd|Co|Corp|Bros|Jr|Sr|etc|al|a\\.m|p\\.m|(?:\\p{Lu}\\.)*\\p{Lu}';

/** What begins a sentence far more often than it goes on with a name: `the U.S. The …`, but `the U.S. State Department`. */
const OPENERS =
  'The|An?|It|Its|In|On|At|By|For|From|To|Of|As|He|She|They|His|Her|Their|This|That|These|Those|There|Then|But|And|Or|So|' +
  'Yet|If|When|While|Where|Who|What|Which|Why|How|No|Not|None|Both|Each|All|Some|Most|Many|Neither|Whether|After|Before|' +
  'Since|According|Another|Other|One|Two|Three|Also|However|Only';

const ending = (abbreviations: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${abbreviations})\\.["')\\]]* $`, 'u');
const OPEN_BEFORE_NAME = ending(BEFORE_NAME);
const OPEN_BEFORE_NUMBER = ending(BEFORE_NUMBER);
const OPEN_ANYWHERE = ending(ANYWHERE);
const OPENER = new RegExp(`^["'“‘([]*(?:${OPENERS})(?![\\p{L}\\p{N}])`, 'u');

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Split plain text, its white space collapsed, into sentences: spans without the space around them, in order; together they
 * have all other characters. Unicode's rules (UAX 29), but no sentence ends in an abbreviation, inside of quotation marks,
 * or inside of brackets. Where an abbreviation may end a sentence (`U.S.`), it does so before a word that opens one.
 */
export function splitSentences(text: string): Span[] {
  const isInside = [findQuoted(text), findEnclosed(text, BRACKETS)].map(insideOf);
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && (isInside.some((isIn) => isIn(end)) || isOpen(text, end))) continue;
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    if (words.trim() !== '') sentences.push({ start: from, end: from + words.trim().length });
    start = end;
  }
  return sentences;
}

/** Tells whether places are inside of sorted spans. Asked for places in order, so that the spans are gone through once. */
function insideOf(spans: readonly Span[]): (at: number) => boolean {
  let index = 0;
  return (at) => {
    let span = spans[index];
    while (span && span.end <= at) span = spans[++index];
    return span !== undefined && span.start < at;
  };
}

const BRACKETS = [
  { open: '(', close: ')' },
  { open: '[', close: ']' },
];

/** Does the text before `end` break off after an abbreviation? */
function isOpen(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 24), end);
  const after = text.slice(end, end + 24);
  if (OPEN_BEFORE_NAME.test(before)) return true;
  if (OPEN_BEFORE_NUMBER.test(before)) return /^\d/.test(after);
  return OPEN_ANYWHERE.test(before) && !OPENER.test(after);
}
