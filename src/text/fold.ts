/** Letters that no normal form takes apart. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ə: 'e', ә: 'e', с: 'c', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** Write a word in small Latin letters without marks, as readers do who lack its keys: `malmo`. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text, as search looks for them. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
