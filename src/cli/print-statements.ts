import type { Checked } from '#check/model.ts';
import type { Passage } from '#citation/resolve.ts';
import { printPlace, type Style } from '#problem/print.ts';
import type { JudgedStatement } from '#statement/check.ts';
import type { Comparison } from '#statement/comparison.ts';
import { wordsOf } from '#statement/statement.ts';
import { indexLines, locate } from '#text/location.ts';

const VERDICTS: Readonly<Record<Comparison['verdict'], string>> = {
  held: 'holds',
  'own-count': 'own count, not compared',
  warning: 'not found (warning)',
  unsupported: 'not found',
  exempt: 'not found, exempt',
};

/**
 * Print what was compared in each statement of a document and where it was found, so that an editor sees why it passed.
 */
export function printStatements({ document, statements }: Checked, style: Style): string {
  const lines = indexLines(document.text);
  const blocks = statements.map((judged) => {
    const start = locate(lines, judged.statement.span.start);
    const place = printPlace({ file: document.file, place: { start, end: start } });
    return [
      `${style.file(place)}  ${style.faint(basisOf(judged))}`,
      `  ${wordsOf(judged.statement)}`,
      ...judged.comparisons.map((comparison) => `  ${printComparison(comparison, style)}`),
      ...(judged.comparisons.length === 0 && judged.evidence ? [style.faint('  nothing to compare')] : []),
      ...judged.exemptions.map(({ rules, reason }) => `  exempt from ${rules.join(', ')}: ${reason}`),
    ].join('\n');
  });
  const compared = statements.flatMap(({ comparisons }) => comparisons);
  const held = compared.filter(({ verdict }) => verdict === 'held').length;
  const total = `${statements.length} statements; ${held} of ${compared.length} comparisons hold`;
  return `${[...blocks, total].join('\n\n')}\n`;
}

function basisOf({ statement: { kind, footnotes }, evidence }: JudgedStatement): string {
  if (!evidence) return 'not compared: a footnote of it has a problem';
  if (kind === 'label') return `rests on ${footnotes.length === 0 ? 'the whole document' : 'all of the cited texts'}`;
  return footnotes.length === 0 ? 'no footnote' : footnotes.map((identifier) => `[^${identifier}]`).join(' ');
}

function printComparison({ kind, words, verdict, by, where }: Comparison, style: Style): string {
  const paint = verdict === 'held' ? style.good : verdict === 'unsupported' ? style.bad : style.faint;
  const found = verdict === 'held' && by ? style.faint(`  ${printWhere(by.passage, where)}`) : '';
  return `${kind.padEnd(9)}  ${words}  ${paint(VERDICTS[verdict])}${found}`;
}

function printWhere({ sourceId, lines: { from, to } }: Passage, where: Comparison['where']): string {
  if (where === 'record') return `${sourceId}, record`;
  const lines = from === to ? `line ${from}` : `lines ${from}-${to}`;
  return where === 'sentence' ? `${sourceId}, sentence of ${lines}` : `${sourceId}, ${lines}`;
}
