/** A quotation mark opens after a space, a dash, or another opening character. */
const OPENS_AFTER = /[\s([{—–\u2009\u202f/“‘]/;

/**
 * Curl straight quotation marks and apostrophes, one for one: `"so"` becomes “so”, `don't` don’t. A straight single
 * mark not preceded by a letter or digit is left alone: it may be a quoted slip.
 *
 * @param before The character before the text; empty at the start of a paragraph.
 */
export function curl(text: string, before = ''): string {
  let previous = before;
  return text.replace(/./gsu, (character) => {
    previous = curlMark(character, previous);
    return previous;
  });
}

function curlMark(character: string, previous: string): string {
  if (character === '"') return previous === '' || OPENS_AFTER.test(previous) ? '“' : '”';
  if (character === "'" && /[\p{L}\p{N}]/u.test(previous)) return '’';
  return character;
}
