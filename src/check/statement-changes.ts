import type { Passage } from '#citation/resolve.ts';
import { printedWords } from '#citation/words.ts';
import { shortNameOf } from '#source/record.ts';
import type { JudgedStatement } from '#statement/check.ts';
import { wordsOf } from '#statement/statement.ts';
import { indexLines, locate } from '#text/location.ts';
import { type Corpus, documentsOf } from './model.ts';

/** A statement and the words that it rests on. */
export interface Said {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly words: string;
  /** Does it rest on its whole document? */
  readonly isLabel: boolean;
  /** None for a label; undefined where a footnote of it has a problem. */
  readonly passages: readonly Quoted[] | undefined;
}

/** Words of a source, as printed. */
export interface Quoted {
  readonly sourceId: string;
  /** The short name of the source. */
  readonly name: string;
  readonly lines: Passage['lines'];
  readonly words: string;
}

export interface StatementChanges {
  readonly added: readonly Said[];
  readonly removed: readonly Said[];
  /** Worded differently, or resting on other words. */
  readonly changed: readonly { readonly before: Said; readonly after: Said }[];
  /** How many are in another document now, unchanged. */
  readonly moved: number;
  /** How many say the same, and rest on footnotes that have a problem then or now. */
  readonly unjudged: number;
}

/** List the statements of all documents, in the order of the site. */
export function listStatements(corpus: Corpus): Said[] {
  const sources = new Map(corpus.sources.map((source) => [source.id, source]));
  const quote = ({ sourceId, parts, lines }: Passage): Quoted[] => {
    const source = sources.get(sourceId);
    if (!source) return [];
    const words = parts.map((part) => printedWords(source, part).trim()).join(' […] ');
    return [{ sourceId, name: shortNameOf(source.record), lines, words }];
  };
  const passagesOf = ({ statement, evidence }: JudgedStatement) =>
    statement.kind === 'label' ? [] : evidence?.filter((one) => !one.isWhole).flatMap(({ passage }) => quote(passage));
  return documentsOf(corpus).flatMap(({ document: { file, text }, statements }) => {
    const lines = indexLines(text);
    return statements.map((judged) => {
      const { kind, span } = judged.statement;
      const { line } = locate(lines, span.start);
      const words = wordsOf(judged.statement);
      return { file, line, words, isLabel: kind === 'label', passages: passagesOf(judged) };
    });
  });
}

/**
 * Compare what a site said with what it says. Of a document, statements that are alike are one that changed; their order
 * makes no difference.
 */
export function compareStatements(before: readonly Said[], after: readonly Said[]): StatementChanges {
  const inPlace = pairEqual(before, after, (said) => `${said.file}\0${keyOf(said)}`);
  const moved = pairEqual(inPlace.before, inPlace.after, keyOf);
  const left = new Set(moved.before);
  const changed: { before: Said; after: Said }[] = [];
  const added = moved.after.filter((said) => {
    const [best] = [...left]
      .filter(({ file }) => file === said.file)
      .map((other) => ({ other, share: likeness(other.words, said.words) }))
      .filter(({ share }) => share >= LEAST_LIKENESS)
      .sort((a, b) => b.share - a.share);
    if (!best) return true;
    left.delete(best.other);
    changed.push({ before: best.other, after: said });
    return false;
  });
  const isOpen = ({ before, after }: (typeof changed)[number]) =>
    before.words !== after.words || (before.passages !== undefined && after.passages !== undefined);
  const open = changed.filter(isOpen);
  return {
    ...{ added, removed: [...left], changed: open },
    moved: inPlace.before.length - moved.before.length,
    unjudged: changed.length - open.length,
  };
}

/** Drop the statements of both lists that have the same key, each against one other. */
function pairEqual(before: readonly Said[], after: readonly Said[], key: (said: Said) => string) {
  const open = new Map([...Map.groupBy(before, key)].map(([name, same]) => [name, [...same]]));
  const others = after.filter((said) => open.get(key(said))?.shift() === undefined);
  const left = new Set([...open.values()].flat());
  return { before: before.filter((said) => left.has(said)), after: others };
}

function keyOf({ words, passages }: Said): string {
  return JSON.stringify([words, passages?.map(({ sourceId, words }) => [sourceId, words])]);
}

/** Statements with less in common are two statements. */
const LEAST_LIKENESS = 0.5;

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))) as [
    Set<string>,
    Set<string>,
  ];
  return (2 * a.intersection(b).size) / Math.max(1, a.size + b.size);
}
