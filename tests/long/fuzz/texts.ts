import fc from 'fast-check';
import { lowerCase } from '#text/case.ts';
import { curl } from '#text/curl.ts';
import { difference } from '#text/difference.ts';
import { findEnclosed } from '#text/enclosed.ts';
import { decode } from '#text/encoding.ts';
import { indexLines, locate, spanOfLines } from '#text/location.ts';
import { normalize, normalSpan, rawSpan } from '#text/normalize.ts';
import { phrasePattern } from '#text/phrase-pattern.ts';
import { findQuoted } from '#text/quoted.ts';
import { findAll, nearest } from '#text/search.ts';
import { splitSentences } from '#text/sentences.ts';
import { suggest } from '#text/suggest.ts';
import { anyText, mutated, prose, spicedText } from './characters.ts';
import { mustBeIn, mustBePlace, mustFollow } from './places.ts';
import { must, mustEqual, property } from './property.ts';
import { normalForm } from './reference.ts';

/** A text with stretches to skip, in order, not overlapping, each of whole characters. */
const withFurniture = fc.tuple(anyText, fc.array(fc.nat({ max: 80 }), { maxLength: 6 })).map(([text, numbers]) => {
  const whole = (at: number) => (Number(text.codePointAt(at - 1)) > 0xffff ? at + 1 : at);
  const borders = [...new Set(numbers.filter((at) => at <= text.length).map(whole))].sort((a, b) => a - b);
  const skip = borders.flatMap((start, index) => {
    const end = borders[index + 1];
    return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
  return { text, skip };
});

export const TEXTS = [
  property('the normal form agrees with the reference', 400, withFurniture, ({ text, skip }) => {
    const form = normalize(text, skip);
    const normal = form.text;
    const expected = normalForm(text, skip);
    mustEqual(normal, expected.map(({ value }) => value).join(''), 'the normal form');
    let at = 0;
    for (const { value, start, end } of expected) {
      // The reference goes by characters, the map by code units.
      const last = at + value.length - 1;
      mustEqual(
        rawSpan(form, { start: at, end: last + 1 }),
        { start, end },
        `the raw text of ${JSON.stringify(value)}`,
      );
      at = last + 1;
    }
  }),

  property('the normal form is its own normal form, and its map runs forward', 400, withFurniture, ({ text, skip }) => {
    const normal = normalize(text, skip);
    let last = { start: 0, end: 0 };
    for (let at = 0; at < normal.text.length; at++) {
      const raw = rawSpan(normal, { start: at, end: at + 1 });
      mustBeIn(raw, text, 'raw text');
      must(raw.start < raw.end && raw.start >= last.start && raw.end >= last.end, 'a map that runs forward', last, raw);
      last = raw;
    }
    if (skip.length === 0) mustEqual(normalize(normal.text).text, normal.text, 'the normal form of the normal form');
  }),

  property('a span of the normal form comes back from the raw text', 300, anyText, (text) => {
    const normal = normalize(text);
    const { length } = normal.text;
    for (let start = 0; start < length; start += 3) {
      const span = { start, end: Math.min(length, start + 7) };
      const raw = rawSpan(normal, span);
      mustBeIn(raw, text, 'raw span');
      const back = normalSpan(normal, raw);
      must(back.start <= span.start && back.end >= span.end, 'a span that holds the first', span, raw, back);
    }
  }),

  property('offsets are located as by counting', 300, anyText, (text) => {
    const lines = indexLines(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const point = locate(lines, offset);
      mustBePlace({ start: point, end: point }, text, 'a point');
    }
    for (let line = 1; line <= lines.length; line++) {
      const span = spanOfLines(lines, text.length, line, line);
      mustEqual(span && text.slice(span.start, span.end), text.split('\n')[line - 1], 'a line');
    }
  }),

  property('every place of words is found', 300, fc.tuple(anyText, anyText, fc.nat()), ([text, other, at]) => {
    const words = at % 3 === 0 ? other.slice(0, 2) : text.slice(at % 20, (at % 20) + 3);
    const found = findAll(text, words).map(({ start }) => start);
    const slow = [...text.split('')].flatMap((_, start) =>
      words !== '' && text.startsWith(words, start) ? start : [],
    );
    mustEqual(found, slow, 'the places of words');
  }),

  property(
    'the nearest words are whole words, and the words themselves where they stand',
    150,
    fc.tuple(prose, prose, mutated(prose), fc.nat()),
    ([before, after, words, kind]) => {
      const text = kind % 2 === 0 ? `${before} ${words} ${after}` : `${before} ${after}`;
      const span = nearest(text, words);
      if (span) mustBeIn(span, text, 'the nearest words');
      if (kind % 2 === 0 && words.trim() !== '' && words.length >= 3) {
        must(
          span !== undefined && text.slice(span.start, span.end).includes(words.slice(0, 300).trim()),
          'the words',
          text,
          words,
          span,
        );
      }
    },
  ),

  property('sentences have every character that is no space, in order', 300, anyText, (text) => {
    const collapsed = text.replace(/\s+/g, ' ');
    const sentences = splitSentences(collapsed);
    mustFollow(sentences, collapsed, 'a sentence');
    const said = sentences.map(({ start, end }) => collapsed.slice(start, end).replace(/ /g, '')).join('');
    mustEqual(said, collapsed.replace(/ /g, ''), 'the characters of all sentences');
  }),

  property('quoted words stand between marks that belong together', 300, anyText, (text) => {
    const quoted = findQuoted(text);
    mustFollow(quoted, text, 'quoted words');
    for (const { start, end, inner } of quoted) {
      mustEqual(inner, { start: start + 1, end: end - 1 }, 'what is between the marks');
      must(
        ['""', '“”', '„“', '«»', '‘’'].includes(`${text[start]}${text[end - 1]}`),
        'a pair of marks',
        text.slice(start, end),
      );
    }
    const brackets = findEnclosed(text, [{ open: '(', close: ')' }]);
    mustEqual(
      brackets.map(({ start, end }) => [start, end]),
      outermost(text),
      'the outermost brackets',
    );
  }),

  property(
    'curly marks change nothing else, nor the normal form',
    300,
    fc.tuple(anyText, fc.constantFrom('', ' ', 'a', '(')),
    ([text, before]) => {
      const curled = curl(text, before);
      mustEqual(curled.length, text.length, 'the length');
      mustEqual(
        curled.replace(/[“”]/g, '"').replace(/’/g, "'"),
        text.replace(/[“”]/g, '"').replace(/’/g, "'"),
        'all but the marks',
      );
      mustEqual(normalize(curled).text, normalize(text).text, 'the normal form');
    },
  ),

  property(
    'two texts differ only in their difference',
    300,
    fc.tuple(anyText, mutated(anyText), fc.boolean()),
    ([first, other, isSame]) => {
      const second = isSame ? first : other;
      const { start, endOfFirst, endOfSecond } = difference(first, second);
      mustBeIn({ start, end: endOfFirst }, first, 'the difference');
      mustEqual(
        first.slice(0, start) + second.slice(start, endOfSecond) + first.slice(endOfFirst),
        second,
        'the second text',
      );
      if (first === second) mustEqual([start, endOfFirst], [first.length, first.length], 'no difference');
    },
  ),

  property(
    'suggestions are candidates, at most three',
    200,
    fc.tuple(
      spicedText,
      fc.array(fc.oneof(spicedText, mutated(fc.constantFrom('oil-supplies', 'embassies'))), { maxLength: 6 }),
    ),
    ([word, candidates]) => {
      const found = suggest(word, candidates);
      must(found.length <= 3 && new Set(found).size === found.length, 'at most three', found);
      must(
        found.every((name) => candidates.includes(name)),
        'candidates',
        found,
        candidates,
      );
      if (word.length >= 3 && candidates.includes(word)) mustEqual(found[0], word, 'the word itself');
    },
  ),

  property(
    'bytes are decoded exactly, or their first fault is reported',
    300,
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      anyText.map((text) => new TextEncoder().encode(text)),
      fc
        .tuple(anyText, fc.uint8Array({ maxLength: 3 }), anyText)
        .map(
          ([before, bytes, after]) =>
            new Uint8Array([...new TextEncoder().encode(before), ...bytes, ...new TextEncoder().encode(after)]),
        ),
    ),
    (bytes) => {
      const decoded = decode(bytes);
      if ('text' in decoded) {
        mustEqual([...new TextEncoder().encode(decoded.text)], [...bytes], 'the bytes of the text');
        must(!decoded.text.includes('\0'), 'no NUL', decoded.text);
        return;
      }
      must(decoded.byte >= 0 && decoded.byte < bytes.length, 'a byte of the file', decoded);
      // A byte order mark is reported before what comes after it.
      if (decoded.fault === 'byte-order-mark') return;
      mustEqual(
        [...new TextEncoder().encode(decoded.before)],
        [...bytes.subarray(0, decoded.byte)],
        'what stands before the fault',
      );
      if (decoded.fault === 'nul') mustEqual(bytes[decoded.byte], 0, 'a NUL');
    },
  ),

  property('lower case keeps every place', 300, anyText, (text) => {
    mustEqual(lowerCase(text).length, text.length, 'the length');
  }),

  property(
    'phrases are found as whole words',
    40,
    fc.tuple(
      fc.array(
        spicedText.filter((text) => text !== ''),
        { maxLength: 4 },
      ),
      anyText,
    ),
    ([phrases, text]) => {
      const pattern = phrasePattern(phrases);
      mustEqual(pattern === undefined, phrases.length === 0, 'a pattern');
      const matches = pattern ? [...`${text} ${phrases.join(' ')}`.matchAll(pattern)] : [];
      for (const [words] of matches) must(phrases.includes(words), 'one of the phrases', words, phrases);
    },
  ),
];

/** By counting, for one pair of marks: what opens and closes at depth 0 of what is closed at all. */
function outermost(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    const start = text[at] === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.push([start, at + 1]);
  }
  return pairs
    .filter(([start, end]) => !pairs.some(([from, to]) => from < start && end < to))
    .sort(([a], [b]) => a - b);
}
