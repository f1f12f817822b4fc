import type { Corpus } from '#check/model.ts';
import type { SourcesById } from '#citation/check.ts';
import { ELISION, MOST_LEFT_OUT } from '#citation/resolve.ts';
import type { Source } from '#source/source.ts';
import { normalize } from '#text/normalize.ts';
import type { Random } from './random.ts';
import { type Expected, type Sample, type Tally, tallyOf } from './tally.ts';
import { countPlaces, documentsOf, isFalse, isReported, readTyped, type Typed } from './typed.ts';

/** A change of one citation; undefined where it has nothing to change. */
export type Change = (typed: Typed, random: Random, sources: readonly Source[]) => Typed | undefined;

/** Change the quote at a place that `pattern` finds. */
export function at(pattern: RegExp, change: (found: string, random: Random) => string): Change {
  return (typed, random) => {
    const places = [...typed.quote.matchAll(pattern)];
    const place = places[random.below(places.length)];
    if (!place) return undefined;
    const { 0: found, index } = place;
    const quote = typed.quote.slice(0, index) + change(found, random) + typed.quote.slice(index + found.length);
    return quote === typed.quote ? undefined : { ...typed, quote };
  };
}

/** Change the id of the source. */
const id =
  (change: (id: string, random: Random) => string): Change =>
  (typed, random) => {
    const head = typed.head.replace(/(?<=^@)[\w-]+/, (id) => change(id, random));
    return head === typed.head ? undefined : { ...typed, head };
  };

/** Say that the quote is on other lines. */
const lines =
  (locator: string): Change =>
  (typed) => ({ ...typed, head: typed.head.replace(/^(@[\w-]+?)(#[\w-]+)?\s/, `$1${locator} `), isBroken: true });

const LETTER = /\p{L}/gu;
/** A word with words on both sides: without it the rest is not a shorter quote of the same place. */
const WORD = /(?<=\p{L}\s)\p{L}+\s(?=\p{L})/gu;
const HOMOGLYPHS = new Map(
  [...'aceopxyABCEHKMOPTX'].map((letter, at) => [letter, [...'асеорхуАВСЕНКМОРТХ'][at] ?? letter]),
);
const lookalike = (letter: string) => HOMOGLYPHS.get(letter) ?? letter;
/** ZWNJ, ZWJ, word joiner, byte order mark, left-to-right and right-to-left mark, Arabic letter mark, a tag. */
const INVISIBLE = ['\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f', '\u061c', '\u{e0041}'];
/** Embeddings, overrides and isolates, and what ends them. */
const BIDIRECTIONAL = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
const behind =
  (characters: readonly string[]) =>
  (letter: string, random: Random): string =>
    letter + characters[random.below(characters.length)];

/** Each of these makes a footnote false: all must be caught. */
export const FAULTS: Readonly<Record<string, Change>> = {
  'letter changed': at(LETTER, (letter) => (letter === 'e' ? 'o' : letter === letter.toUpperCase() ? 'Ø' : 'e')),
  'letter dropped': at(LETTER, () => ''),
  'letter added': at(LETTER, (letter) => `${letter}q`),
  'letters swapped': at(/(\p{L})(?!\1)\p{L}/gu, ([first = '', second = '']) => second + first),
  'case changed': at(LETTER, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ),
  'digit changed': at(/\d/g, (digit) => String((Number(digit) + 1) % 10)),
  'digit added': at(/\d/g, (digit) => `${digit}0`),
  'digit of another script': at(/\d/g, (digit, random) =>
    String.fromCodePoint(([0x660, 0x6f0, 0xff10][random.below(3)] ?? 0) + Number(digit)),
  ),
  'word dropped': at(WORD, () => ''),
  'word added': at(WORD, (word) => `${word}quite `),
  'words swapped': at(/(?<=\s)(\p{L}+)\s(?!\1\s)\p{L}+(?=\s)/gu, (pair) => pair.split(/\s/).reverse().join(' ')),
  homoglyph: at(/[aceopxyABCEHKMOPTX]/g, lookalike),
  'Cyrillic с for Latin c': at(/c/g, () => 'с'),
  'Latin c for Cyrillic с': at(/с/g, () => 'c'),
  'dotless ı for i': at(/i/g, () => 'ı'),
  'dotted İ for I': at(/I/g, () => 'İ'),
  'i for ı, e for ə': at(/[ıəәƏ]/g, (letter) => (letter === 'ı' ? 'i' : 'e')),
  'ə for e': at(/e/g, () => 'ə'),
  'compatibility letter': at(/fi|fl|ff|[a-z]/g, (letters) =>
    letters.length === 1
      ? String.fromCodePoint(0xff41 + letters.charCodeAt(0) - 0x61)
      : ({ fi: 'ﬁ', fl: 'ﬂ' }[letters] ?? 'ﬀ'),
  ),
  'accent added': at(/[a-z]/g, (letter) => `${letter}\u0301`),
  'zero-width space': at(LETTER, (letter) => `${letter}\u200b`),
  'soft hyphen': at(LETTER, (letter) => `${letter}\u00ad`),
  'bidirectional control': at(LETTER, behind(BIDIRECTIONAL)),
  'invisible character': at(LETTER, behind(INVISIBLE)),
  'control character': at(LETTER, behind(['\u0001', '\u0008', '\u001b', '\u007f', '\u0080', '\u009d'])),
  'space within a word': at(/\p{L}(?=\p{L})/gu, (letter) => `${letter} `),
  'space lost': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => ''),
  'punctuation changed': at(/[.,;:](?=\s)/g, (mark) => (mark === ',' ? ';' : ',')),
  'parts in another order': (typed) => {
    const parts = cutInTwo(typed);
    return parts && { ...typed, quote: parts.toReversed().join(' […] ') };
  },
  'parts too far apart': (typed, random, sources) => {
    const text = sources.find(({ id }) => id === typed.citation.sourceId)?.text.text ?? '';
    const [first] = cutInTwo(typed) ?? [];
    if (first === undefined) return undefined;
    const near = text.indexOf(normalize(first).text) + first.length + MOST_LEFT_OUT;
    const far = text.slice(near + random.below(Math.max(0, text.length - near - 200)));
    const words = /(?<=\s)\p{L}[\p{L} ,]{20,40}\p{L}(?=\s)/u.exec(far)?.[0];
    return words === undefined ? undefined : { ...typed, quote: `${first} […] ${words}` };
  },
  'part left out that is none': (typed) => {
    const parts = cutInTwo(typed);
    return parts && { ...typed, quote: parts.join(' […] and yet more […] ') };
  },
  'part too short': (typed) => ({ ...typed, quote: `${typed.quote} […] the`, isBroken: true }),
  'another source': (typed, random, sources) => {
    const others = sources.filter(({ id }) => id !== typed.citation.sourceId);
    const other = others[random.below(others.length)];
    return other && { ...typed, head: typed.head.replace(/^@[\w-]+(#[\w-]+)?/, `@${other.id}`) };
  },
  'unknown source': id((id) => `${id}-2`),
  'homoglyph in the id': id((id, random) => {
    const places = [...id.matchAll(/[aceopxy]/g)];
    const place = places[random.below(places.length)]?.index ?? 0;
    return id.slice(0, place) + lookalike(id.charAt(place)) + id.slice(place + 1);
  }),
  'invisible character in the id': id((id, random) => behind([...INVISIBLE, '\u200b', '\u00ad'])(id, random)),
  'id in another case': id((id) => id.charAt(0).toUpperCase() + id.slice(1)),
  'id of a parent folder': id((id) => `../sources/${id}`),
  'id of this folder': id((id) => `./${id}`),
  'id with a folder': id((id) => `sources/${id}`),
  'id that is absolute': id((id) => `/etc/${id}`),
  'id in percent encoding': id((id, random) =>
    random.below(2) === 0 ? `%2e%2e%2fsources%2f${id}` : `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
  ),
  'id with a backslash': id((id) => `..\\sources\\${id}`),
  'id of a hidden file': id((id) => `.${id}`),
  'id with the ending of a file': id((id, random) => `${id}${random.below(2) === 0 ? '.txt' : '.yaml'}`),
  'id with a query': id((id) => `${id}?raw`),
  'id of a property': id((_id, random) => ['__proto__', 'constructor', 'toString', 'size'][random.below(4)] ?? ''),
  'at sign of another kind': (typed) => ({ ...typed, head: typed.head.replace('@', '＠'), isBroken: true }),
  'line behind the text': lines('#L9999'),
  'line that is none': lines('#L0'),
  'lines in the wrong order': lines('#L9-L2'),
  'line in small letters': lines('#l1'),
  'line without a number': lines('#L'),
  // Where the quote itself ends with a mark, that mark closes it, and the rest is true.
  'closing mark lost': (typed) => (/["“”]$/.test(typed.quote) ? undefined : { ...typed, tail: '' }),
  'words behind the quote': (typed) => ({ ...typed, tail: `${typed.tail} or so`, isBroken: true }),
  'markup in the quote': at(/\p{L}{3,}/gu, (word) => `*${word}*`),
  'quote of nothing': (typed) => ({ ...typed, quote: '', isBroken: true }),
  'quote of one word': (typed) => ({ ...typed, quote: /\p{L}{3,19}/u.exec(typed.quote)?.[0] ?? '', isBroken: true }),
};

/** Each of these leaves a footnote true: none may be reported. */
export const HARMLESS: Readonly<Record<string, Change>> = {
  nothing: (typed) => typed,
  'wrapped at another place': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => '\n    '),
  'more white space': at(/(?<=\p{L})\s+(?=\p{L})/gu, () => '  '),
  'tab for a space': at(/(?<=\p{L}) (?=\p{L})/gu, () => '\t'),
  'no-break space': at(/(?<=\p{L}) (?=\p{L})/gu, () => '\u00a0'),
  'other space': at(
    /(?<=\p{L}) (?=\p{L})/gu,
    (_space, random) => [...'\u2003\u2009\u202f\u3000'][random.below(4)] ?? '',
  ),
  'apostrophe of another kind': at(/['’]/g, (mark) => (mark === '’' ? "'" : '’')),
  'dash of another kind': at(/[–—-](?=\p{L})/gu, (mark) => (mark === '—' ? '-' : '—')),
  'words left out': (typed, _random, sources) => {
    const parts = cutInTwo(typed);
    const quote = parts?.join(' […] ') ?? '';
    return parts && standsOnce(quote, typed, sources) ? { ...typed, quote } : undefined;
  },
  'words left out, with full stops': (typed, _random, sources) => {
    const parts = cutInTwo(typed);
    const quote = parts?.join(' [...] ') ?? '';
    return parts && standsOnce(quote, typed, sources) ? { ...typed, quote } : undefined;
  },
  'letter as a character reference': at(/(?<![&\\])\p{L}(?=\p{L})/gu, (letter) => `&#${letter.codePointAt(0)};`),
  'punctuation escaped': at(/(?<!\\)[.,:()-](?=\s)/g, (mark) => `\\${mark}`),
  'quote as code': (typed) =>
    /[\\&`]/.test(typed.quote) ? undefined : { ...typed, head: `${typed.head.slice(0, -1)}\``, tail: '`' },
  'curly outer marks': (typed) => ({ ...typed, head: typed.head.replace(/"$/, '“'), tail: '”' }),
  'the same citation twice': (typed) => ({
    ...typed,
    tail: `${typed.tail}; ${typed.head}${typed.quote}${typed.tail}`,
  }),
  "editor's note": (typed) => ({ ...typed, tail: `${typed.tail}\n\n    A remark, not from any text.` }),
  'carriage returns': (typed) => ({ ...typed, quote: typed.quote.replaceAll('\n', '\r\n') }),
};

/** Make each change once in each citation of the site, alone in a document, and check that. */
export function tryChanges(
  { sources, ...corpus }: Corpus,
  changes: Readonly<Record<string, Change>>,
  expected: Expected,
  random: Random,
  sample: Sample,
): Tally[] {
  const sourcesById: SourcesById = new Map(sources.map((source) => [source.id, source]));
  const everything = readTyped(documentsOf(corpus));
  return Object.entries(changes).map(([name, change]) => {
    const changed = sample(everything).flatMap((typed) => {
      const result = change(typed, random, sources);
      return result && (expected === 'silent' || isFalse(result, sources)) ? result : [];
    });
    const trials = changed.map((typed) => {
      const { file, head, quote, tail } = typed;
      return { label: `${file}: ${head}${quote}${tail}`, isReported: isReported(typed, sourcesById) };
    });
    return tallyOf(name, trials, expected);
  });
}

/** The two ends of a quote, with what is between them left out, each long enough to count. */
function cutInTwo({ quote }: Typed): [string, string] | undefined {
  if (ELISION.test(quote) || /[\\&]/.test(quote)) return undefined;
  const words = quote.split(/\s+/);
  const third = Math.floor(words.length / 3);
  const first = words.slice(0, third).join(' ');
  const last = words.slice(-third).join(' ');
  return third > 0 && first.length >= 12 && last.length >= 12 ? [first, last] : undefined;
}

function standsOnce(quote: string, { citation }: Typed, sources: readonly Source[]): boolean {
  const source = sources.find(({ id }) => id === citation.sourceId);
  return source !== undefined && countPlaces(source.text.text, quote) === 1;
}
