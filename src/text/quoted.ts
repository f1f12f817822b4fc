import { type Enclosed, findEnclosed, type MarkPair } from './enclosed.ts';

/** Words between quotation marks. */
export type Quoted = Enclosed;

/** The English marks, the German ones and the French ones. */
const MARKS: readonly MarkPair[] = [
  { open: '“', close: '”' },
  { open: '„', close: '“' },
  { open: '«', close: '»' },
  { open: '‘', close: '’' },
];

/**
 * Find the words between quotation marks, outermost only, in order. Apostrophes and the marks of inches and feet are
 * not quotation marks. A mark without its counterpart is ignored.
 */
export function findQuoted(text: string): Quoted[] {
  return findEnclosed(directSingle(directDouble(text)), MARKS);
}

/**
 * What a mark may be, by its neighbours. `weak`: it closes, unless one that closes for certain follows before the next
 * that opens; `genitive`: the same, but within a sentence; `either`: it closes if one is open.
 */
type Role = 'open' | 'close' | 'weak' | 'genitive' | 'either' | 'none';

/** Replace straight double marks by curly ones; those of inches and seconds by double primes. */
function directDouble(text: string): string {
  let isGerman = false;
  return direct(text, /["“”„]/g, ['“', '”', '″'], (mark, before, after) => {
    if (mark === '„') isGerman = true;
    if (mark === '“' && isGerman) {
      isGerman = false;
      return 'close';
    }
    if (mark !== '"') return mark === '”' ? 'close' : 'open';
    if (endsWord(before) && startsWord(after)) return 'none';
    if (startsSpace(after)) return endsSpace(before) ? 'none' : closing(before);
    if (opensAfter(before)) return 'open';
    if (endsWord(before)) return closing(before);
    return startsWord(after) ? 'either' : 'close';
  });
}

/** Replace single marks that quote by curly ones, and all others by apostrophes. */
function directSingle(text: string): string {
  return direct(text, /['‘’]/g, ['‘', '’', 'ʼ'], (mark, before, after) => {
    if (endsWord(before) && startsWord(after)) return 'none';
    if (mark !== '’' && (mark === '‘' || opensAfter(before)) && !startsSpace(after)) {
      return OMISSION.test(after) || (YEAR.test(after) && !YEAR_QUOTED.test(after)) ? 'none' : 'open';
    }
    if (mark === '‘' || endsSpace(before) || startsWord(after) || /['‘’]n$/.test(before)) return 'none';
    return /[\p{N}sS]$/u.test(before) && POSSESSED.test(after) ? 'genitive' : 'close';
  });
}

/** Of a number before it: an inch, perhaps. */
function closing(before: string): Role {
  return /\p{N}$/u.test(before) ? 'weak' : 'close';
}

/** Behind an apostrophe at the start of a word: `'90s`, `'tis`, `rock 'n' roll`. */
const OMISSION = /^(?:\d\ds|n['’]|(?:tis|twas|twere|twill|til|till|em|cause|cuz|bout|round|neath|gainst)(?!\p{L}))/iu;
/** The end of a year, `'98`, or the first number of a quotation. */
const YEAR = /^\d\d(?![\d\p{L}])/u;
const YEAR_QUOTED = /^[^'’]*[^s\s'’]['’](?!\p{L})/u;
/** These follow a quotation, and no genitive. */
const NOT_POSSESSED =
  'of|in|on|at|to|by|for|from|with|as|and|or|but|nor|is|are|was|were|has|have|had|that|which|who|the|an?|ever|' +
  'yesterday|today|there|then|so|too|again|when|while|because|if|not';
/** After the apostrophe of `the crews' ships`, but not after the mark of `'the crews' of Almar`. */
const POSSESSED = new RegExp(`^\\s+(?!(?:${NOT_POSSESSED})(?!\\p{L}))\\p{L}`, 'iu');

const endsWord = (before: string) => /[\p{L}\p{N}]$/u.test(before);
const startsWord = (after: string) => /^[\p{L}\p{N}]/u.test(after);
const endsSpace = (before: string) => /(?:^|\s)$/.test(before);
const startsSpace = (after: string) => /^(?:\s|$)/.test(after);
const opensAfter = (before: string) => /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}/"'„])$/u.test(before);

/** Give each mark its direction. The text keeps its length. */
function direct(
  text: string,
  marks: RegExp,
  [opening, closing, other]: readonly [string, string, string],
  roleOf: (mark: string, before: string, after: string) => Role,
): string {
  const found = [...text.matchAll(marks)].map(({ 0: mark, index: at }) => {
    const role = roleOf(mark, text.slice(Math.max(0, at - 2), at), text.slice(at + 1));
    return { mark, at, role, closesLater: false };
  });
  let closesLater = false;
  for (const each of found.toReversed()) {
    each.closesLater = closesLater;
    if (each.role === 'open' || each.role === 'close') closesLater = each.role === 'close';
  }

  let directed = '';
  let past = 0;
  const open: number[] = [];
  for (const { mark, at, role, closesLater } of found) {
    const isOpening = role === 'open' || (role === 'either' && open.length === 0);
    const isApostrophe =
      role === 'none' ||
      ((role === 'weak' || role === 'genitive') && closesLater) ||
      (role === 'genitive' && /[.!?…]\s/.test(text.slice(open.at(-1), at)));
    const isClosing = !isOpening && open.length > 0 && !isApostrophe;
    if (isOpening) open.push(at);
    if (isClosing) open.pop();
    const now = isOpening ? opening : isClosing ? closing : other;
    directed += text.slice(past, at) + (/[“”„]/.test(mark) ? mark : now);
    past = at + 1;
  }
  return directed + text.slice(past);
}
