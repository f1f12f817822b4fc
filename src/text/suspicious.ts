import { decodeString } from 'micromark-util-decode-string';
import type { Span } from './location.ts';

/**
 * Why a character is suspicious. `bidirectional`: it reorders others on display (UAX 9 embeddings, overrides,
 * isolates); `control`: C0 or C1; `tag`: an invisible tag letter; `private-use` and `noncharacter` (lone surrogates
 * too): no two programs show them alike; `invisible`: any other invisible character, such as joiners and direction
 * marks.
 */
export type SuspiciousKind = 'bidirectional' | 'control' | 'tag' | 'private-use' | 'noncharacter' | 'invisible';

/** A character that readers cannot see, or that makes the display differ from what programs read. */
export interface SuspiciousCharacter extends Span {
  /** `U+202E`. */
  readonly name: string;
  readonly kind: SuspiciousKind;
}

/** Visible format characters of Arabic, Syriac and Kaithi (Prepended_Concatenation_Mark). */
const SEEN = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';
export const SUSPICIOUS: RegExp = new RegExp(
  `(?![${SEEN}\\t\\n\\r\\f])` +
    '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}]',
  'gu',
);

const KINDS: readonly (readonly [kind: SuspiciousKind, pattern: RegExp])[] = [
  ['bidirectional', /[\u202A-\u202E\u2066-\u2069]/u],
  ['control', /\p{Cc}/u],
  ['tag', /[\u{E0000}-\u{E007F}]/u],
  ['private-use', /\p{Co}/u],
  ['noncharacter', /[\p{Noncharacter_Code_Point}\p{Cs}]/u],
];

/**
 * Find characters that make a text look like another one (UTS 39; "Trojan Source", CVE-2021-42574), in order. Tab, line
 * feed, carriage return and form feed count as ordinary white space.
 */
export function findSuspicious(text: string): SuspiciousCharacter[] {
  return [...text.matchAll(SUSPICIOUS)].map(({ 0: character, index }) => ({
    name: nameOf(character),
    kind: kindOf(character),
    start: index,
    end: index + character.length,
  }));
}

/** Find those written as Markdown character references, such as `&#x202E;` and `&zwnj;`, in order. */
export function findSuspiciousReferences(text: string): SuspiciousCharacter[] {
  return [...text.matchAll(/&(?:#[xX]?[\da-fA-F]{1,7}|[A-Za-z][A-Za-z\d]{1,31});/g)].flatMap(
    ({ 0: written, index: start }) =>
      findSuspicious(decodeString(written)).map(({ name, kind }) => ({
        name,
        kind,
        start,
        end: start + written.length,
      })),
  );
}

/** Replace each suspicious character by its name, such as `<U+202E>`, so that it is safe to print. */
export function showSuspicious(text: string): string {
  return text.replace(SUSPICIOUS, (character) => `<${nameOf(character)}>`);
}

/** `U+202E`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function kindOf(character: string): SuspiciousKind {
  return KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'invisible';
}
