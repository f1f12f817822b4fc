import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';
import { hasStem, readWords, type Word } from './word.ts';

/** A rank with the words that follow, such as `first Shi'ite Muslim country`. */
interface Ranked {
  readonly rank: string;
  readonly words: readonly (Word & { readonly shown: string })[];
}

/** What a passage has between a rank and its noun, and a statement leaves out. */
interface DroppedQualifier extends Span {
  readonly limit: string;
  readonly by: Evidence;
}

const RANK =
  /(?<!\p{L})(first|last|only|sole|few|leading|(?:bigg|larg|great|old|earli|high|long|small|strong|clos|young)est)(?:-ever)? /giu;
/** Ends the noun after a rank: a function word, a mark. */
const NOUN = /^(?:[\p{L}\p{M}'-]+ ?)+/u;
const MOST = 4;
/** `The first annual fair` is no other than the first fair. */
const EMPTY = ['annual', 'historical', 'initial', 'actual', 'real'];
const ADJECTIVE = /(?:al|ar|ary|ic|ous|ive|ful|ble|ish|ese|ian|ern|ed|ign)$/u;

function ranksIn(text: string): Ranked[] {
  return [...text.matchAll(RANK)].flatMap(({ 0: found, 1: rank = '', index }): Ranked[] => {
    const [phrase = ''] = NOUN.exec(text.slice(index + found.length)) ?? [];
    const all = readWords(phrase);
    const border = all.findIndex(({ isContent }) => !isContent);
    const words = (border === -1 ? all : all.slice(0, border)).slice(0, MOST).map((word) => {
      return { ...word, shown: phrase.slice(word.start, word.end) };
    });
    return words.length === 0 ? [] : [{ rank: rank.toLowerCase(), words }];
  });
}

/**
 * Find what makes a rank smaller than a statement has it: `the first Muslim country` for `the first Shi'ite Muslim
 * country`. Only words that are nowhere in the statement count, where no passage has the rank without them.
 */
export function droppedQualifiers(
  statement: string,
  own: readonly Word[],
  evidence: readonly Evidence[],
): DroppedQualifier[] {
  const claims = [...statement.matchAll(RANK)];
  if (claims.length === 0) return [];
  const theirs = evidence.map((by) => ({ by, ranks: by.sentences.slice(0, 1).flatMap(ranksIn) }));
  return claims.flatMap(({ index, 0: found }): DroppedQualifier[] => {
    const [claim] = ranksIn(statement.slice(index));
    const [noun] = claim?.words ?? [];
    if (!claim || !noun) return [];
    const dropped = theirs.flatMap(({ by, ranks }) =>
      ranks.flatMap((ranked) => {
        const before = ranked.rank === claim.rank ? wordsBefore(ranked, noun) : undefined;
        return before === undefined ? [] : { by, words: before.filter((word) => !hasStem(own, word) && narrows(word)) };
      }),
    );
    const [first] = dropped;
    if (!first || dropped.some(({ words }) => words.length === 0)) return [];
    const limit = first.words.map(({ shown }) => shown).join(' ');
    return [{ limit, by: first.by, start: index, end: index + found.length + noun.end }];
  });
}

/** The words before a noun; undefined where it is not there. */
function wordsBefore({ words }: Ranked, noun: Word): Ranked['words'] | undefined {
  const at = words.findIndex(({ stem }) => stem === noun.stem);
  return at === -1 ? undefined : words.slice(0, at);
}

/** The first noun of `litmus test` may go; an adjective says which ones. */
function narrows({ text, isCapital }: Word): boolean {
  return (isCapital || ADJECTIVE.test(text)) && !EMPTY.includes(text);
}
