import { findEnclosed } from './enclosed.ts';
import type { Span } from './location.ts';
import { findQuoted } from './quoted.ts';

/** Ends a block inside a text: no sentence continues after it. */
export const BLOCK_END = '\u2029';

/** Never at the end of a sentence: a name or a number follows. */
const BEFORE_NAME = 'Dr|Mr|Mrs|Ms|Prof|St|Mt|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Messrs|vs|cf|ca|e\\.g|i\\.e|viz';
const BEFORE_NUMBER =
  'No|Nos|Nr|Art|Vol|vol|Fig|fig|Ch|ch|Sec|sec|Rs|Tel|pp?|c|b|d|est|approx|para|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** At the end of a sentence too: the next word decides. */
const ANYWHERE = 'Inc|Ltd|Co|Corp|Bros|Jr|Sr|etc|al|a\\.m|p\\.m|(?:\\p{Lu}\\.)*\\p{Lu}';

/** These far more often begin a sentence than continue a name: `the U.S. The …`, but `the U.S. Harbor Office`. */
const OPENERS =
  'The|An?|It|Its|In|On|At|By|For|From|To|Of|As|He|She|They|His|Her|Their|This|That|These|Those|There|Then|But|And|' +
  'Or|So|Yet|If|When|While|Where|Who|What|Which|Why|How|No|Not|None|Both|Each|All|Some|Most|Many|Neither|Whether|' +
  'After|Before|Since|According|Another|Other|One|Two|Three|Also|However|Only';

const ending = (abbreviations: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${abbreviations})\\.["'”’»)\\]]*\\s*$`, 'u');
const OPEN_BEFORE_NAME = ending(BEFORE_NAME);
const OPEN_BEFORE_NUMBER = ending(BEFORE_NUMBER);
const OPEN_ANYWHERE = ending(ANYWHERE);

/** What may stand before the first word of a sentence. */
const OPENING = '["\'“‘„«(\\[¡¿]*';
const beginning = (pattern: string) => new RegExp(`^${OPENING}(?:${pattern})`, 'u');
const OPENER = beginning(`(?:${OPENERS})(?![\\p{L}\\p{N}])`);
const WORD = beginning('[\\p{L}\\p{N}\\p{Sc}#]');
const NUMBER = beginning('[\\p{Sc}#]?\\p{N}');
const SMALL = beginning('\\p{Ll}');
const CAPITAL = beginning('[\\p{Lu}\\p{Lt}]');
/** A name with a small letter first: `iShip`, `al-Sisi`, `van Dyke`. */
const SMALL_NAME = beginning(
  "\\p{Ll}{1,4}[-'’]?\\p{Lu}|(?:van|von|de|del|della|di|da|du|la|le|al|el|bin|ibn|ben|ter|ten) (?:\\p{Ll}+ )?\\p{Lu}",
);
const NAME_WITH_MARK = /\p{Lu}[\p{L}\p{M}]*[!?]\s*$/u;
/** A question or an exclamation begins like this; `Which?` may be a name. */
const ASKING = beginning(
  '(?:Wh(?:o|om|ose|at|en|ere|ich|y)|How|Is|Are|Was|Were|D(?:o|oes|id)|Ha(?:s|ve|d)|Can|Could|Will|Would|Shall|' +
    'Should|May|Might|Must) ',
);
const DASH = /^[-–—―]/;

/** Marks that end a sentence, marks that close after them, and white space. */
const CLUSTER = /[\p{Sentence_Terminal}…][\p{Sentence_Terminal}…"'”’»)\]]*\s*/gu;
const LAST_MARK = /([\p{Sentence_Terminal}…]+)(["'”’»)\]]*)\s*$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const BRACKETS = [
  { open: '(', close: ')' },
  { open: '[', close: ']' },
];

/**
 * Split plain text with collapsed white space into sentences: spans without the surrounding space, in order, that cover
 * everything else. Follows UAX 29, but no sentence ends after an abbreviation or inside quotation marks or brackets. An
 * abbreviation that may end a sentence (`U.S.`) does so before a word that usually opens one. A sentence may begin with
 * a number or with a name such as `iShip`.
 *
 * @param references Offsets of footnote references. One at a mark that ends sentences makes that the end, whatever
 *   follows: what follows needs a footnote of its own.
 */
export function splitSentences(text: string, references: readonly number[] = []): Span[] {
  const quoted = findQuoted(text);
  const brackets = findEnclosed(text, BRACKETS);
  const isIn = (spans: readonly Span[], at: number) => spans.some(({ start, end }) => start < at && at < end);
  const sentences: Span[] = [];
  let start = 0;
  for (const candidate of candidates(text, references)) {
    const { end, hasReference } = candidate;
    const isLast = end === text.length || text[end - 1] === BLOCK_END;
    const isInside = isIn(quoted, end) || (isIn(brackets, end) && !hasReference);
    if (!isLast && (isInside || !isEnd(candidate, text, start))) continue;
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    if (words.trim() !== '') sentences.push({ start: from, end: from + words.trim().length });
    start = end;
  }
  return sentences;
}

/** A place, after white space, where a sentence may end. */
interface Candidate {
  readonly end: number;
  readonly hasReference: boolean;
  /** By UAX 29. */
  readonly isBreak: boolean;
}

function candidates(text: string, references: readonly number[]): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    found.set(end, { end, hasReference: false, isBreak: true });
  }
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const end = index + cluster.length;
    const isApart = /\s$/.test(cluster);
    // Without white space a reference in front of the mark decides nothing: `3[^a].5`.
    const from = isApart ? index : index + 1;
    const hasReference = references.some((at) => from <= at && at <= end);
    if (isApart || hasReference) found.set(end, { end, hasReference, isBreak: found.has(end) });
  }
  return [...found.values()].sort((a, b) => a.end - b.end);
}

/** Does the sentence that begins at `start` end here, rather than go on? */
function isEnd({ end, hasReference, isBreak }: Candidate, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, end - 40), end);
  const after = text.slice(end, end + 40);
  const [, mark = '', closing = ''] = LAST_MARK.exec(before) ?? [];
  if (/^[,;:)\]”’»]/.test(after) || (!/\s$/.test(before) && !WORD.test(after))) return isBreak;
  if (DASH.test(after)) return isBreak || (hasReference && mark.endsWith('.'));

  const isSmall = SMALL.test(after) && !SMALL_NAME.test(after);
  if (OPEN_BEFORE_NAME.test(before) || OPEN_BEFORE_NUMBER.test(before) || OPEN_ANYWHERE.test(before)) {
    if (hasReference) return !isSmall;
    if (OPEN_BEFORE_NAME.test(before)) return false;
    return OPEN_BEFORE_NUMBER.test(before) ? isBreak && !NUMBER.test(after) : OPENER.test(after);
  }
  if (isSmall) {
    // The mark is not that of the sentence: `"Why?" he asked`, `(as they say.) and`, `Yahoo! bought`.
    if (closing !== '' && /[?!…]$|\.\.\.$/.test(mark)) return false;
    if (/[)\]]/.test(closing) && !/^\s*[([]/.test(text.slice(start, end))) return false;
    if (closing === '' && NAME_WITH_MARK.test(before) && !ASKING.test(text.slice(start, end).trimStart())) return false;
  }
  if (hasReference || isBreak) return true;
  return NUMBER.test(after) || SMALL_NAME.test(after) || (mark.endsWith('…') && closing === '' && CAPITAL.test(after));
}
