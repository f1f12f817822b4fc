import { SAYING, WHOLE_WORD } from '#text/saying.ts';
import { textBefore } from '#text/text-before.ts';
import type { DateMention } from './date.ts';
import type { Evidence } from './evidence.ts';
import type { TextMention } from './text-name.ts';

/** What a text is called as a thing of its date. */
const ISSUE = 'article|edition|feature|interview|issue|newsletter|number|piece|report|story|text';
const WRITING = `(?:has |had )?(?:${SAYING}|carried|counted|dates|gave|gives|published|ran|spoke|speaks|prints?|printed)`;
const START = 'in|on|of|from|dated|as of|for|back in|as early as|at the end of';

/** Between a text and its date: `the Gazette wrote of it in …`, `a Gazette feature of …`, `Gazette (…)`. */
const TEXT_FIRST = new RegExp(
  `^(?:'s)?(?: (?:${ISSUE}))?(?: ${WRITING}(?: (?!that |who |which )[\\p{L}'-]+){0,4})?,? ?\\(?(?: ?(?:${START}))?` +
    `(?: (?:its|the|an?|${ISSUE}|of)){0,4} ?$`,
  'iu',
);
/** After a date: `In …, when the Gazette wrote`. */
const DATE_FIRST = /^(?:,? (?:when|as))?(?: the| an?)?(?: \p{L}+)? $/u;
const OPENING = /(?:^|[;:] )(?:\p{L}+ ){0,2}$/u;
const WROTE = new RegExp(`^(?: (?:${ISSUE}))?(?: also| only| too)? ${WRITING}${WHOLE_WORD.end}`, 'iu');

/** Right before a date: `printed in …`, `the date of its newsletter, …`, `as of …`. */
const WRITTEN = new RegExp(
  `${WHOLE_WORD.start}(?:as of(?: late| early)?|(?:printed|published|written|issued|dated|appeared|date|${ISSUE}),?` +
    '(?: (?:in|on|of|from|as))?) $',
  'iu',
);

/**
 * Is a date of a sentence when a text was written or published, by the words around it? `texts` are the mentions of it.
 */
export function isDateOfWriting(text: string, date: DateMention, texts: readonly TextMention[]): boolean {
  // A cell of its own says when the text of its row was written.
  if (date.words === text.trim() || WRITTEN.test(textBefore(text, date.start))) return true;
  return texts.some(({ start, end }) => {
    if (end <= date.start) return TEXT_FIRST.test(text.slice(end, date.start));
    const wrote = WROTE.exec(text.slice(end))?.[0];
    // `In May, the memo wrote` dates the memo; `…, the memo wrote` after a date, or between commas, does not.
    const isOpening = OPENING.test(text.slice(0, date.start)) && !text.startsWith(`${wrote},`, end);
    const between = text.slice(date.end, start);
    return wrote !== undefined && DATE_FIRST.test(isOpening ? between.replace(/^,/, '') : between);
  });
}

/** Signs that something was over when a text was written. Verbs of saying are no such sign: what was said may go on. */
const PAST =
  /(?<!\p{L})(?:was|were|had|did|took|made|came|went|gave|held|met|became|began|grew|saw|left|won|fell|\p{L}+[^e\P{L}]ed)(?!\p{L})/gu;
const SAID = new RegExp(`^(?:${SAYING})$`, 'iu');
const NOW = /(?<!\p{L})(?:currently|today|now|not yet|these days|at present)(?!\p{L})/iu;

/** Does a passage say what was so when its text was written, as `Almar ships grain` does? */
export function isOfItsTime({ readings: [words = ''], dates }: Evidence): boolean {
  if (NOW.test(words)) return true;
  return dates.length === 0 && !words.match(PAST)?.some((word) => !SAID.test(word));
}
