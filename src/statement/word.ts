import { lowerCase } from '#text/case.ts';
import type { Span } from '#text/location.ts';

/** A word of a text in normal form. */
export interface Word extends Span {
  /** In lower case, without a genitive. */
  readonly text: string;
  /** The same for the forms of a word: `recogniz` for `recognized` and `recognize`. */
  readonly stem: string;
  /** Does it mean something by itself? `the`, `has` and `would` do not. */
  readonly isContent: boolean;
  /** Does it begin with a capital, as names do? */
  readonly isCapital: boolean;
}

const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those such some any all both each every either neither no none other another same own ' +
    'i you he she it we they me him her us them my your his its our their who whom whose which what where when why ' +
    'how there here and or nor but so yet if then than as because since while although though despite whether until ' +
    'till unless in on at by for from to of off with without within into onto over under above below between among ' +
    'against about around after before during through throughout toward towards up down out near upon per via across ' +
    'along be am is are was were been being have has had having do does did doing done will would shall should can ' +
    "could may might must ought not n't never only just also too very much more most less least many few several " +
    'even still already again further however thus hence meanwhile one ones well according yesterday today ' +
    'tomorrow now later earlier soon once twice instead moreover finally perhaps recently currently formerly'
  ).split(' '),
);

/** Forms whose stem no ending gives. */
const IRREGULAR = new Map(
  Object.entries({
    bought: 'buy',
    brought: 'bring',
    built: 'build',
    came: 'come',
    fell: 'fall',
    felt: 'feel',
    flew: 'fly',
    flown: 'fly',
    found: 'find',
    gave: 'give',
    given: 'give',
    gone: 'go',
    grew: 'grow',
    grown: 'grow',
    held: 'hold',
    kept: 'keep',
    knew: 'know',
    known: 'know',
    led: 'lead',
    left: 'leave',
    lost: 'lose',
    made: 'make',
    meant: 'mean',
    met: 'meet',
    paid: 'pay',
    recognition: 'recognize',
    said: 'say',
    saw: 'see',
    seen: 'see',
    sent: 'send',
    sold: 'sell',
    spoke: 'speak',
    spoken: 'speak',
    stole: 'steal',
    stolen: 'steal',
    stood: 'stand',
    struck: 'strike',
    taken: 'take',
    used: 'use',
    using: 'use',
    took: 'take',
    went: 'go',
    won: 'win',
    wrote: 'write',
    written: 'write',
  }),
);

const INFLECTION = /(?<=\p{L}{3})(?:ing|ed)$|(?<=ss|sh|ch|x|z)es$|(?<![su]|^.)s$/u;
const DERIVATION = new RegExp(
  '(?<=\\p{L}{4})(?:ship|ment|ion|iv|i[sz]|ism|enc|anc|ent|ant|ian|er|or|ial|al|(?<=st|e)ry)$|' +
    '(?<=\\p{L}{5})(?:ly|ic)$|(?<=\\p{L}{3})ish$',
  'u',
);

/** Rough, and the same for words that mean much the same; a wrong one only means that two words do not meet. */
function stemOf(word: string): string {
  const base = (IRREGULAR.get(word) ?? word).replace(/ie[sd]$/, 'y').replace(INFLECTION, '');
  const bare = underived(base).replace(/(?<=\p{L}{4})at$/u, '');
  // `stopped` as `stop`, `decided` as `decide`, `harbored` as `harbor`.
  const short = bare.replace(/([b-df-hj-np-rtv-z])\1$/, '$1').replace(/[eiy]+$/, '');
  return short.length < 2 ? base : short;
}

/** `political` is left of `politically`, and `polit` of that. */
function underived(word: string): string {
  const rest = word.replace(/e$/, '').replace(DERIVATION, '');
  return rest === word ? word : underived(rest);
}

const WORD = /[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu;

/** Read the words of a text in normal form; a hyphen parts words. */
export function readWords(text: string): Word[] {
  const lower = lowerCase(text);
  return [...lower.matchAll(WORD)].map(({ 0: found, index: start }) => {
    const word = found.replace(/'s$/, '');
    const isContent = !FUNCTION_WORDS.has(word) && !/n't$/.test(word);
    const isCapital = /^\p{Lu}/u.test(text.charAt(start));
    return {
      text: word,
      stem: isContent ? stemOf(word) : word,
      isContent,
      isCapital,
      start,
      end: start + found.length,
    };
  });
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}

/** `formally`, but not `supply`. */
export function isAdverb({ text }: Word): boolean {
  return (
    text.endsWith('ly') &&
    /(?<!^(?:supp|app|re|rep|imp|comp|multip|fami|al|assemb|monopo|ral|f|ita|ju|sici))ly$/u.test(text)
  );
}

/** Is one of some words a form of this one? */
export function hasStem(words: readonly Word[], { stem }: Word): boolean {
  return words.some((word) => word.stem === stem);
}
