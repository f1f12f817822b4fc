import { MAGNITUDES, type ReadNumber, readNumberWords } from './number-word.ts';

/** A text in two forms of equal length: as it is, since `MW` is not `mw`, and in lower case. */
export interface CasedText {
  readonly text: string;
  readonly lower: string;
}

/** Thousands separators are commas, spaces or apostrophes; periods only before `000`, since `1.125` is a decimal. */
const DIGITS =
  /\d{1,3}(?:\.\d{3})*\.000(?![\d.])|\d{1,3}(?:(?:,\d{3})+|(?:[' ]\d{3})+(?!\d))(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/uy;
/** A decimal comma, where it can be nothing else. */
const COMMA = /\d{1,3},\d{1,2}(?= ?(?:%|percent|per cent|thousand|million|billion|trillion))/uy;
const ORDINAL_END = /(?:st|nd|rd|th)(?![\p{L}\d])/uy;
/** Unicode has them in two blocks. */
const VULGAR = /(?: ?([¼-¾⅐-⅞])| ?([1-9])\/([2-9]|10)(?![\d/]))/uy;

const MAGNITUDE = /[ -]?(dozen|hundred|thousand|million|billion|trillion)(?![\p{L}])/uy;
/** `m` after a space is a meter, and `b` a byte, unless it is money. */
const SHORT_MAGNITUDE = / ?(mn|mln|bn|bln|tn|trn)(?!\p{L})|(k|m)(?!\p{L})/uy;
const SHORT_MAGNITUDE_OF_MONEY = / ?(mn|mln|m|bn|bln|b|tn|trn|k)(?!\p{L})/uy;
const SHORT: Readonly<Record<string, number>> = {
  ...{ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, b: 1e9, bn: 1e9, bln: 1e9, tn: 1e12, trn: 1e12 },
};

/** What may follow a whole number: `two and a half`. */
const AND_A_HALF = /(?: and |-and-)(an?|one|two|three)[ -](half|quarters?)(?!\p{L}| of )/uy;

/** Match a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/**
 * Read the number that begins at an offset, with its magnitudes and fractions: `1.2 million`, `two hundred and fifty`,
 * `2½`, `two and a half million`, `21st`. `isMoney`: a currency comes before it, so `m` is a million.
 */
export function readNumber({ lower }: CasedText, at: number, isMoney: boolean): ReadNumber | undefined {
  const number = readDigits(lower, at) ?? readVulgar(lower, at, 0) ?? readNumberWords(lower, at);
  if (!number || number.isOrdinal) return number;
  const more = readHalf(lower, number);
  return readMagnitudes(lower, more, isMoney);
}

function readDigits(lower: string, at: number): ReadNumber | undefined {
  const decimal = matchAt(COMMA, lower, at);
  const match = decimal ?? matchAt(DIGITS, lower, at);
  if (!match) return undefined;
  const value = Number(decimal ? match[0].replace(',', '.') : match[0].replace(/[,' ]|\.(?=\d{3}\.)|\.(?=000$)/g, ''));
  const end = at + match[0].length;
  const suffix = matchAt(ORDINAL_END, lower, end);
  if (suffix) return { value, end: end + suffix[0].length, scale: 1, isOrdinal: true };
  // `3/4` has no whole number before it.
  return readVulgar(lower, at, 0) ?? readVulgar(lower, end, value) ?? { value, end, scale: 1, isOrdinal: false };
}

/** `whole` stands before the fraction. */
function readVulgar(lower: string, at: number, whole: number): ReadNumber | undefined {
  const match = matchAt(VULGAR, lower, at);
  if (!match || (whole === 0 && match[0].startsWith(' '))) return undefined;
  // Compatibility decomposition writes `½` as 1⁄2.
  const [over = '', under = ''] = match[1]?.normalize('NFKD').split('⁄') ?? match.slice(2);
  const isProper = Number(over) < Number(under);
  const isApart = match[1] !== undefined || whole === 0 || match[0].startsWith(' ');
  if (!isProper || !isApart) return undefined;
  return { value: whole + Number(over) / Number(under), end: at + match[0].length, scale: 1, isOrdinal: false };
}

function readHalf(lower: string, number: ReadNumber): ReadNumber {
  const match = matchAt(AND_A_HALF, lower, number.end);
  if (!match) return number;
  const [all, count = '', part = ''] = match;
  const parts = (readNumberWords(count, 0)?.value ?? 1) / (part === 'half' ? 2 : 4);
  return { ...number, value: number.value + parts * number.scale, end: number.end + all.length };
}

function readMagnitudes(lower: string, number: ReadNumber, isMoney: boolean): ReadNumber {
  let { value, end, scale } = number;
  for (;;) {
    const isShort = /\d/.test(lower.charAt(end - 1));
    const match =
      matchAt(MAGNITUDE, lower, end) ??
      (isShort ? matchAt(isMoney ? SHORT_MAGNITUDE_OF_MONEY : SHORT_MAGNITUDE, lower, end) : undefined);
    const [, word = '', glued = word] = match ?? [];
    const factor = MAGNITUDES[word] ?? SHORT[glued];
    if (!match || factor === undefined) return { ...number, value, end, scale };
    value *= factor;
    scale *= factor;
    end += match[0].length;
  }
}
