import type { CitationReview } from '#citation/review.ts';
import type { TextChange } from '#citation/text-changes.ts';
import { explain } from '#problem/explain.ts';
import { printPlace } from '#problem/print.ts';
import { printRange } from '#source/marks.ts';
import type { MarkReview } from '#source/review-marks.ts';
import type { Place } from '#text/location.ts';
import { showSuspicious } from '#text/suspicious.ts';
import type { Terminal } from './terminal.ts';

/**
 * Write lines that may have words which are never printed: those only where a person sits, never into a pipe or a log.
 */
function writeSeen(lines: string, isHidden: boolean, { out, err, ask }: Terminal): void {
  if (!isHidden) out.write(lines);
  // A pipe may take the other stream.
  else if (ask) err.write(lines);
}

/** What is written in place of such words where nobody sits. */
const UNSEEN = '(never printed: shown only to a person at a terminal)';

/** Print how two texts differ, word by word. */
export function printChanges(changes: readonly TextChange[], terminal: Terminal): void {
  for (const change of changes) {
    const { line, before, removed, added, after, isHidden } = change;
    const { style, ask } = terminal;
    const where = style.faint(`line ${line}`);
    const flat = (text: string) => showSuspicious(text.replace(/\r?\n/g, '⏎'));
    const marks = [removed && style.bad(`[-${flat(removed)}-]`), added && style.good(`{+${flat(added)}+}`)].join('');
    const words = `…${flat(before)}${marks}${flat(after)}…`;
    writeSeen(`${where}  ${words}\n`, isHidden, terminal);
    if (isHidden && !ask) terminal.out.write(`${where}  ${UNSEEN}\n`);
  }
  terminal.out.write('\n');
}

/** Print what became of an entry of a record: where, and the words of then and now. */
export function printMark({ mark, outcome, to, was, now, isHidden }: MarkReview, at: At, terminal: Terminal): void {
  const { style, out, ask } = terminal;
  const lines = to && `${to.from === to.to ? 'line' : 'lines'} ${printRange(to)}`;
  const what = { regions: 'region', errata: 'erratum', speech: 'speech' }[mark.list];
  const said = {
    moved: `moved to ${lines}`,
    changed: style.bad(`changed${lines ? `, now on ${lines}` : ''}`),
    unseen: style.bad('not seen yet'),
    missing: style.bad('not there'),
    holds: 'holds',
  };
  out.write(`${style.file(printPlace(at))}  ${what} ${said[outcome]}\n`);
  if (outcome === 'missing' || (outcome === 'moved' && mark.list !== 'regions')) return;
  if (isHidden && !ask) {
    out.write(`  ${UNSEEN}\n`);
    return;
  }
  // Of a list of words, those that are as they were need no look.
  const isOpen = (index: number) => outcome !== 'changed' || was?.length !== now.length || was[index] !== now[index];
  const quoted = (words: readonly string[]) =>
    words.filter((_, index) => isOpen(index)).map((phrase) => `"${showSuspicious(phrase)}"`);
  const rows = [
    ...(outcome === 'changed'
      ? was
        ? quoted(was).map((words) => style.bad(`was  ${words}`))
        : ['was  not known']
      : []),
    ...quoted(now).map((words) => style.good(`now  ${words}`)),
  ];
  writeSeen(rows.map((row) => `  ${row}\n`).join(''), isHidden, terminal);
}

interface At {
  readonly file: string;
  readonly place: Place;
}

/**
 * Print what became of a citation, unless it holds.
 *
 * @param isSecret Whether some words of the text are never printed.
 */
export function printOutcome(
  review: CitationReview,
  at: At,
  isSecret: (words: string) => boolean,
  terminal: Terminal,
): void {
  const { out, style, ask } = terminal;
  const place = style.file(printPlace(at));
  if (review.outcome === 'moved' && review.locator) {
    out.write(`${place}  moved from line ${review.from} to line ${review.line}\n`);
  }
  if (review.outcome === 'holds' || review.outcome === 'moved') return;
  const { fact } = review;
  out.write(`${place}  ${style.bad(review.outcome)}\n`);
  const { reason, notes } = explain({ ...fact, ...at });
  const isHidden = fact.ruleId === 'quote-not-found' && fact.nearest !== undefined && isSecret(fact.nearest.printed);
  writeSeen([reason, ...notes].map((line) => `  ${line}\n`).join(''), isHidden, terminal);
  if (isHidden && !ask) out.write(`  ${UNSEEN}\n`);
  out.write('\n');
}
