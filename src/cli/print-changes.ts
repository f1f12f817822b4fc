import type { Quoted, Said, StatementChanges } from '#check/statement-changes.ts';
import { explain } from '#problem/explain.ts';
import { printPlace } from '#problem/print.ts';
import { compareWords } from '#text/compare-words.ts';
import { count } from '#text/count.ts';
import { escapeMarkdown, verbatimInItem } from '#text/escape-markdown.ts';
import { isLost, type SourceComparison } from './compare-source.ts';

/** What happened to a source, and to the citations that were there before. */
export interface SourceChange {
  readonly id: string;
  readonly what: 'added' | 'removed' | 'text' | 'record' | 'text and record';
  /** Undefined where they cannot be compared. `isLeft`: a document still has the same quote. */
  readonly outcomes?: readonly (SourceComparison['outcomes'][number] & { readonly isLeft: boolean })[];
}

export interface ProjectChanges {
  readonly statements: StatementChanges;
  /** Documents that could not be read, then or now. */
  readonly unread: readonly string[];
  readonly sources: readonly SourceChange[];
  /** Must these words not be shown? */
  readonly isSecret: (words: string) => boolean;
}

/** Print what changed since a commit as blocks of Markdown, which can be cut between any two. */
export function printChangesSince(ref: string, { statements, unread, sources, isSecret }: ProjectChanges): string[] {
  const { added, changed, removed, moved, unjudged } = statements;
  const counts = [
    ...[['added', added] as const, ['changed', changed] as const, ['removed', removed] as const].flatMap(
      ([what, { length }]) => (length > 0 ? `${count(length, 'statement')} ${what}` : []),
    ),
    ...(moved > 0 ? [`${count(moved, 'statement')} moved to another document`] : []),
    ...(unjudged > 0 ? [`${count(unjudged, 'statement')} not compared: a footnote of it has a problem`] : []),
    ...(sources.length > 0 ? [`${count(sources.length, 'source')} changed`] : []),
  ];
  const printed = [
    ...changed.map(({ before, after }) => ({ said: after, lines: () => printChanged(before, after), also: before })),
    ...added.map((said) => ({ said, lines: () => printWhole('Added', said), also: said })),
    ...removed.map((said) => ({ said, lines: () => printWhole('Removed', said), also: said })),
  ].map(({ said, also, lines }) => ({
    ...said,
    block: [said, also].flatMap(wordsIn).some(isSecret) ? `Line ${said.line}: ${UNSEEN}` : lines().join('\n'),
  }));
  return [
    `# Changes since ${escapeMarkdown(ref)}`,
    counts.length > 0 ? `${counts.join('; ')}.` : 'Every statement rests on the same words as before.',
    ...unread.map((file) => `${escapeMarkdown(file)} cannot be read, so its statements are not compared.`),
    ...[...Map.groupBy(printed, ({ file }) => file)].flatMap(([file, blocks]) => [
      `## ${escapeMarkdown(file)}`,
      ...blocks.map(({ block }) => block),
    ]),
    ...sources.flatMap((source) => printSource(source, isSecret)),
  ];
}

/** What is written in place of words that either version withholds. */
const UNSEEN = '(has words that are never printed)';

function wordsIn({ words, passages = [] }: Said): string[] {
  return [words, ...passages.map((passage) => passage.words)];
}

function printWhole(what: string, { line, words, isLabel, passages }: Said): string[] {
  return [`**${what}**, line ${line}: ${escapeMarkdown(words)}`, ...(isLabel ? [] : printPassages(passages))];
}

function printPassages(passages: readonly Quoted[] | undefined): string[] {
  if (!passages) return ['- (a footnote of it has a problem)'];
  return passages.length === 0 ? ['- (no footnote)'] : passages.map((passage) => `- ${printPassage(passage)}`);
}

function printPassage({ name, lines: { from, to }, words }: Quoted): string {
  const where = from === to ? `line ${from}` : `lines ${from}–${to}`;
  return `${escapeMarkdown(name)}, ${where}: “${escapeMarkdown(words)}”`;
}

function printChanged(before: Said, after: Said): string[] {
  const line = `**Changed**, line ${after.line}: ${markChanges(before.words, after.words)}`;
  if (after.isLabel) return [line];
  const had = before.passages?.map(({ sourceId, words }) => `${sourceId} ${words}`) ?? [];
  const has = after.passages?.map(({ sourceId, words }) => `${sourceId} ${words}`) ?? [];
  const gone = before.passages?.filter(({ sourceId, words }) => !has.includes(`${sourceId} ${words}`)) ?? [];
  return [
    line,
    ...(after.passages ?? []).map((passage) => {
      const isNew = before.passages && !had.includes(`${passage.sourceId} ${passage.words}`);
      return `- ${isNew ? `<ins>${printPassage(passage)}</ins>` : printPassage(passage)}`;
    }),
    ...(after.passages?.length ? [] : printPassages(after.passages)),
    ...gone.map((passage) => `- <del>${printPassage(passage)}</del>`),
  ];
}

/** Long statements that differ nearly everywhere are shown one after the other. In milliseconds. */
const MOST_TIME = 1000;

function markChanges(before: string, after: string): string {
  const del = (words: string) => (words === '' ? '' : `<del>${escapeMarkdown(words)}</del>`);
  const ins = (words: string) => (words === '' ? '' : `<ins>${escapeMarkdown(words)}</ins>`);
  const compared = compareWords(before, after, MOST_TIME);
  if (!compared) return `${del(before)} ${ins(after)}`;
  let [printed, at] = ['', 0];
  for (const { first, second } of compared.changes) {
    const marked = [del(before.slice(first.start, first.end)), ins(after.slice(second.start, second.end))].join('');
    printed += `${escapeMarkdown(after.slice(at, second.start))}${marked}${second.start === second.end ? ' ' : ''}`;
    at = second.end;
  }
  return printed + escapeMarkdown(after.slice(at));
}

function printSource({ id, what, outcomes }: SourceChange, isSecret: (words: string) => boolean): string[] {
  const head = `## sources/${id}`;
  if (what === 'added' || what === 'removed') return [head, `The source was ${what}.`];
  if (!outcomes) return [head, `Its ${what} changed; what holds cannot be said before \`npm run check\` can read it.`];
  const lost = outcomes.filter(isLost);
  const moved = outcomes.filter(({ review }) => review.outcome === 'moved');
  const holding = `${outcomes.length - lost.length} of ${count(outcomes.length, 'citation')} hold`;
  const counts = `${holding}, ${moved.length} of them on another line, ${lost.length} broke`;
  return [head, `Its ${what} changed: ${counts}.`, ...[...lost, ...moved].map((one) => printOutcome(one, isSecret))];
}

function printOutcome(
  { review, file, citation: { place }, isLeft }: NonNullable<SourceChange['outcomes']>[number],
  isSecret: (words: string) => boolean,
): string {
  const where = escapeMarkdown(printPlace({ file, place }));
  if (review.outcome === 'moved') return `- ${where}: moved from line ${review.from} to line ${review.line}`;
  if (review.outcome === 'holds') return `- ${where}: holds`;
  const { fact } = review;
  const { reason, notes } = explain({ ...fact, file, place });
  const said = [reason, ...notes];
  const nearest = fact.ruleId === 'quote-not-found' ? (fact.nearest?.printed ?? '') : '';
  const shown = [...said, nearest].some(isSecret) ? [UNSEEN] : said;
  return `- ${where}: broke, ${isLeft ? 'still cited' : 'no longer cited'}\n${verbatimInItem(shown)}`;
}
