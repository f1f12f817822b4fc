const NUMBER = '\\d{1,3}(?:[,-]\\d{1,3})*';
/** What a note number follows: the end of a sentence or clause, the year `1993,2`, or a word: `percent3`. */
const GLUED = new RegExp(
  `(?<=[\\p{L}\\p{N}%)"'][.!?;:]["')]?|\\p{L}{2},|%)${NUMBER}(?=$|\\s+["'(]?\\p{Lu}|\\s+- |\\n)|` +
    `(?<=(?<!\\d)[12]\\d{3},)\\d{1,2}(?=\\s\\p{L})|` +
    `(?<=\\p{Ll}{3})\\d{1,3}(?=$|[\\s.,;:!?)])`,
  'gu',
);

/**
 * A text without the note numbers of its own that are glued to a word or figure, as in `in 1993.2 It was closed`, with
 * spaces in their place, so that offsets stay. They may be decimals, too, so both readings count.
 */
export function withoutNoteNumbers(text: string): string {
  return text.replace(GLUED, (number) => ' '.repeat(number.length));
}
