/** What a quotation mark opens after: a space, a dash, or what opens something itself. */
const OPENS_AFTER = /[\s([{—–\u2009\u202f/“‘]/;

/**
 * Set straight quotation marks and apostrophes as printers do, one character for one: `"so"` becomes “so”, `don't` don’t. A
 * straight single mark that no letter or digit stands before is left, since it may be a slip that is quoted as such.
 *
 * @param before The character before the text, where it goes on from another; empty at the start of a paragraph.
 */
export function curl(text: string, before = ''): string {
  let previous = before;
  return text.replace(/./gsu, (character) => {
    const set = setMark(character, previous);
    previous = set;
    return set;
  });
}

function setMark(character: string, previous: string): string {
  if (character === '"') return previous === '' || OPENS_AFTER.test(previous) ? '“' : '”';
  if (character === "'" && /[\p{L}\p{N}]/u.test(previous)) return '’';
  return character;
}
