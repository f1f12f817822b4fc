import type { Source } from '#source/source.ts';
import type { Span } from '#text/location.ts';
import { borrowedFinder } from './borrowed.ts';
import type { Finding } from './check.ts';
import type { Evidence } from './evidence.ts';
import type { KnownNames } from './name.ts';
import type { Statement, StatementPart } from './statement.ts';

/** What is easily misread in a source, and must not be written. */
interface KnownMistake {
  readonly pattern: RegExp;
  readonly sourceId: string;
  /** Of the raw text, from 1. */
  readonly line: number;
  /** Is it a mistake only in statements that cite this line? */
  readonly citing: boolean;
  readonly reason: string;
}

/** How statements may not be worded. */
export interface Wording {
  /** The least number of words in a row that are borrowed; undefined: any number may be shared with a source. */
  readonly borrowed: number | undefined;
  readonly mistakes: readonly KnownMistake[];
}

/** Finds what is wrong with the wording of a statement. */
type WordingFinder = (statement: Statement, evidence: readonly Evidence[]) => Finding[];

/** Find wording borrowed from a source, and known mistakes, in statements. */
export function wordingFinder(
  sources: Iterable<Source>,
  known: KnownNames,
  { borrowed, mistakes }: Wording,
): WordingFinder {
  const findBorrowed = borrowed === undefined ? () => [] : borrowedFinder(sources, known, borrowed);
  return (statement, evidence) =>
    statement.parts.flatMap((part): Finding[] => [
      ...findBorrowed(part).map(({ start, end, ...borrowed }) => ({
        fact: { ruleId: 'borrowed-wording', ...borrowed } as const,
        ...inFile(part, { start, end }),
      })),
      ...findMistakes(part, evidence, mistakes),
    ]);
}

function findMistakes(part: StatementPart, evidence: readonly Evidence[], mistakes: readonly KnownMistake[]) {
  return mistakes.flatMap(({ pattern, sourceId, line, citing, reason }): Finding[] => {
    const [words] = pattern.exec(part.text) ?? [];
    if (words === undefined || (citing && !evidence.some((other) => cites(other, sourceId, line)))) return [];
    const start = part.text.search(pattern);
    const fact = { ruleId: 'known-mistake', words, reason, sourceId, line } as const;
    return [{ fact, ...inFile(part, { start, end: start + words.length }) }];
  });
}

function cites({ passage, isWhole }: Evidence, sourceId: string, line: number): boolean {
  const { from, to } = passage.lines;
  return passage.sourceId === sourceId && !isWhole && from <= line && line <= to;
}

function inFile(part: StatementPart, { start, end }: Span): Span {
  return { start: part.offsetOf(start), end: part.offsetOf(Math.max(start, end - 1)) + 1 };
}
