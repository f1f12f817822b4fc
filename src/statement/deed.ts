import type { Span } from '#text/location.ts';
import { isAdverb, readWords, type Word } from './word.ts';

/** A verb with the name of who does it, and those of whom it is done to. */
export interface Deed extends Span {
  /** `Iran rebuked` */
  readonly phrase: string;
  readonly agent: string;
  readonly verb: string;
  readonly objects: readonly string[];
}

const HELPERS = ['has', 'have', 'had', 'also', 'then', 'later', 'first', 'once', 'did', 'does', 'would', 'will'];
const PASSIVE = ['was', 'were', 'been', 'is', 'are', 'being'];
/** What one does to the other, the other does as well. */
const MUTUAL = /^(?:met|meet|border|shar|join|resembl|neighbo|relat|ti)/;
const BORDER = /[,;:.!?()]/;
/** In words. */
const NEAR = 8;

/** Find who does what to whom in a text in normal form, as far as names stand next to their verbs. */
export function readDeeds(text: string, words: readonly Word[] = readWords(text)): Deed[] {
  return words.flatMap((verb, index): Deed[] => {
    if (verb.isCapital || !verb.isContent || isAdverb(verb) || MUTUAL.test(verb.stem)) return [];
    const ahead = clause(text, words.slice(Math.max(0, index - NEAR), index).reverse(), verb);
    const behind = clause(text, words.slice(index + 1, index + 1 + NEAR), verb);
    const isPassive = behind[0]?.text === 'by' && ahead.slice(0, 2).some(({ text }) => PASSIVE.includes(text));
    const doer = isPassive
      ? behind.slice(1, 3).find(({ isCapital }) => isCapital)
      : ahead.find((word) => !HELPERS.includes(word.text) && !isAdverb(word));
    if (!doer?.isCapital || text.slice(doer.start, doer.end).endsWith("'s")) return [];
    const others = isPassive ? ahead : beforeWith(behind);
    const objects = others.filter((word) => word.isCapital && word !== doer).map(({ stem }) => stem);
    const [first, last] = isPassive ? [verb, doer] : [doer, verb];
    const { start } = first;
    const { end } = last;
    return [{ phrase: text.slice(start, end), agent: doer.stem, verb: verb.stem, objects, start, end }];
  });
}

/** The words next to a verb, up to the end of its clause. */
function clause(text: string, words: readonly Word[], verb: Word): Word[] {
  const border = words.findIndex((word) =>
    BORDER.test(word.start < verb.start ? text.slice(word.end, verb.start) : text.slice(verb.end, word.start)),
  );
  return border === -1 ? [...words] : words.slice(0, border);
}

/** With whom one does something, does it too. */
function beforeWith(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }) => text === 'with');
  return at === -1 ? words : words.slice(0, at);
}

/** Is it the other way round in a passage: did the one whom it was done to do it? */
export function isReversed(claimed: Deed, other: Deed): boolean {
  return (
    claimed.verb === other.verb &&
    claimed.agent !== other.agent &&
    claimed.objects.includes(other.agent) &&
    other.objects.includes(claimed.agent)
  );
}
