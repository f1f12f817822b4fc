/** What the commands `new` and `source:add` begin a text with that a person is to write. */
export const TO_BE_WRITTEN = 'To be written:';

/** The first words of the comment in a new article. */
export const WRITE_HERE = 'Write sentences here';

const PLACEHOLDERS = [
  /\bTo be\s+written(?=\s*(?:[:.…]|$))/,
  // Of earlier versions of `new`, and the description of the key.
  /\bHow far the texts behind (?:this|the) article\s+reach\b/,
  new RegExp(`^\\s*${WRITE_HERE}\\b`),
  /\b(?:TODO|TBD|FIXME)\b/,
  /\bLorem ipsum\b/i,
];

/** Words that stand in for a text that somebody still has to write; `undefined` without any. */
export function findPlaceholder(text: string): string | undefined {
  for (const pattern of PLACEHOLDERS) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
