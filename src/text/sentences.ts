import { findEnclosed } from './enclosed.ts';
import type { Span } from './location.ts';
import { findQuoted } from './quoted.ts';

/** Never at the end of a sentence: a name or a number follows. */
const BEFORE_NAME = 'Dr|Mr|Mrs|Ms|Prof|St|Mt|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Messrs|vs|cf|ca|e\\.g|i\\.e|viz';
const BEFORE_NUMBER = 'No|Nos|Art|Vol|Fig|Ch|Sec|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** At the end of a sentence too: the next word decides. */
const ANYWHERE = 'Inc|Ltd|Co|Corp|Bros|Jr|Sr|etc|al|a\\.m|p\\.m|(?:\\p{Lu}\\.)*\\p{Lu}';

/** These far more often begin a sentence than continue a name: `the U.S. The …`, but `the U.S. State Department`. */
const OPENERS =
  'The|An?|It|Its|In|On|At|By|For|From|To|Of|As|He|She|They|His|Her|Their|This|That|These|Those|There|Then|But|And|' +
  'Or|So|Yet|If|When|While|Where|Who|What|Which|Why|How|No|Not|None|Both|Each|All|Some|Most|Many|Neither|Whether|' +
  'After|Before|Since|According|Another|Other|One|Two|Three|Also|However|Only';

const ending = (abbreviations: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${abbreviations})\\.["')\\]]* $`, 'u');
const OPEN_BEFORE_NAME = ending(BEFORE_NAME);
const OPEN_BEFORE_NUMBER = ending(BEFORE_NUMBER);
const OPEN_ANYWHERE = ending(ANYWHERE);
const OPENER = new RegExp(`^["'“‘([]*(?:${OPENERS})(?![\\p{L}\\p{N}])`, 'u');

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Split plain text with collapsed white space into sentences: spans without the surrounding space, in order, that cover
 * everything else. Follows UAX 29, but no sentence ends after an abbreviation or inside quotation marks or brackets. An
 * abbreviation that may end a sentence (`U.S.`) does so before a word that usually opens one.
 */
export function splitSentences(text: string): Span[] {
  const enclosed = [...findQuoted(text), ...findEnclosed(text, BRACKETS)];
  const isInside = (at: number) => enclosed.some((span) => span.start < at && at < span.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && (isInside(end) || isOpen(text, end))) continue;
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    if (words.trim() !== '') sentences.push({ start: from, end: from + words.trim().length });
    start = end;
  }
  return sentences;
}

const BRACKETS = [
  { open: '(', close: ')' },
  { open: '[', close: ']' },
];

/** Does the sentence go on after `end`, after an abbreviation? */
function isOpen(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - 24), end);
  const after = text.slice(end, end + 24);
  if (OPEN_BEFORE_NAME.test(before)) return true;
  if (OPEN_BEFORE_NUMBER.test(before)) return /^\d/.test(after);
  return OPEN_ANYWHERE.test(before) && !OPENER.test(after);
}
