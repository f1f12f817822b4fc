import { ELISION, findWords, INSIDE } from '#citation/resolve.ts';

const BRACKET = '\\[[^\\]]*\\]';
/** Words in brackets: left out, or ours. With the space around them, unless they are part of a word. */
const BRACKETS = new RegExp(
  `\\s*${ELISION.source}\\s*|(?<=\\p{L})${BRACKET}|${BRACKET}(?=\\p{L})|` +
    `\\s*${BRACKET}(?:'s(?!\\p{L}))?(?!\\p{L})\\s*`,
  'gu',
);

/** No word or number is cut. */
const BORDER = `(?!${INSIDE.source})`;
/** What `[the port]` may stand for: nothing, or a few words, but none that turns the sense. */
const REPLACED = "(?: (?!(?:not|no|never|nor|neither|none|without|cannot)(?!\\p{L})|\\S*n't)[^\\s[\\]]+){0,4}? ?";

/**
 * Make a function that tells whether a quotation is verbatim in a text; both are in normal form. As in a citation, `[…]`
 * leaves words out. Other words in brackets may be ours: a letter in another case (`[i]t`), a part of a word
 * (`call[s]`), or words added or put for others (`[the port]`). A final punctuation mark may belong to our sentence.
 */
export function quotationFinder(quotation: string): (text: string) => boolean {
  const words = quotation.replace(/(?:\.\.\.|[.,;:!?])\s*$/, '').trim();
  const brackets = [...words.matchAll(BRACKETS)];
  if (brackets.length === 0) return (text) => findWords(text, words).length > 0;

  const literals: string[] = [];
  let pattern = '';
  let past = 0;
  for (const { 0: bracket, index } of brackets) {
    literals.push(words.slice(past, index));
    past = index + bracket.length;
    pattern += RegExp.escape(literals.at(-1) ?? '') + standsFor(bracket, words.slice(0, index), words.slice(past));
  }
  literals.push(words.slice(past));
  if (!literals.some((literal) => /[\p{L}\p{N}]/u.test(literal))) return () => false;
  const whole = new RegExp(`${BORDER}${pattern}${RegExp.escape(words.slice(past))}${BORDER}`, 'u');
  return (text) => literals.every((literal) => text.includes(literal)) && whole.test(text);
}

function standsFor(bracket: string, before: string, after: string): string {
  // `year[,] and`
  if (/^[^\p{L}\p{N}…]*$/u.test(bracket) && !ELISION.test(bracket)) return '\\p{P}{0,2} ?';
  const isElision = ELISION.test(bracket);
  const isStart = !/\p{L}$/u.test(before);
  const isInWord = /^\[.*\]$/.test(bracket) && (!isStart || /^\p{L}/u.test(after));
  if (!isElision && isInWord) {
    const [, letter] = /^\[(\p{L})\]$/u.exec(bracket) ?? [];
    return isStart && letter ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : "['\\p{L}\\p{M}]*";
  }
  // At an end it stands for nothing. But where the text has words in brackets, they are not ours.
  const ours = before === '' ? '(?<!\\] ?)' : after === '' ? '(?! ?\\[)' : REPLACED;
  if (!isElision) return `${BORDER}(?:${RegExp.escape(bracket)}|${ours})${BORDER}`;
  return before === '' || after === '' ? '' : `${BORDER}[^]*?${BORDER}`;
}
