import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PublishedLine, PublishedRun, PublishedSource } from '#publication/publish-source.ts';
import { curl } from '#text/curl.ts';
import { findSuspicious } from '#text/suspicious.ts';
import { statementList } from './statement-list.ts';

/**
 * Set the lines of a source, each with its number as a link to it and, beside it, what is to be known of it: why it is dimmed, its slips,
 * and the statements that rest on passages which start there.
 */
export function sourceLines(
  lines: readonly PublishedLine[],
  backlinksOf: (line: number) => Element | undefined,
): Element[] {
  return lines.map((line) => {
    const { number } = line;
    const id = `L${number}`;
    if ('to' in line) {
      const range = number === line.to ? `Line ${number}` : `Lines ${number} to ${line.to}`;
      return h('p', { className: ['line', 'apart'], id }, [
        h('span', { className: ['number'] }, String(number)),
        ' ',
        h('span', { className: ['absent'] }, `${range}: ${line.reason}`),
      ]);
    }
    const about = aboutLine(line, backlinksOf(number));
    return h('div', { className: line.reason === undefined ? ['line'] : ['line', 'apart'], id }, [
      h('a', { className: ['number'], href: `#${id}`, ariaLabel: `Line ${number}` }, String(number)),
      h('p', { className: ['words'] }, sourceLine(line.runs)),
      ...(about.length === 0
        ? []
        : [h('aside', { className: ['small'], ariaLabel: `On line ${number}`, dataPagefindIgnore: '' }, about)]),
    ]);
  });
}

function aboutLine(
  { reason, runs }: Extract<PublishedLine, { readonly runs: unknown }>,
  backlinks: Element | undefined,
): Element[] {
  return [
    ...(reason === undefined ? [] : [h('p', { className: ['quiet'] }, reason)]),
    ...slipsOf(runs).map((slip) => h('p', { className: ['gloss'] }, slipGloss(slip))),
    ...(backlinks ? [backlinks] : []),
  ];
}

/** Make the way back from each line to what rests on passages that start there, in the site's own marks. */
export function lineBacklinks({ passages }: Pick<PublishedSource, 'passages'>) {
  const byLine = Map.groupBy(passages, ({ line }) => line);
  return (line: number): Element | undefined => {
    const own = byLine.get(line);
    if (!own) return undefined;
    // A statement that rests on two passages of a line is listed once.
    const byAddress = new Map(own.flatMap(({ statements }) => statements.map((to) => [to.href, to])));
    const statements = [...byAddress.values()].map((to) => ({ ...to, claim: curl(to.claim), title: curl(to.title) }));
    const { length } = statements;
    const summary = `${length.toLocaleString('en')} ${length === 1 ? 'statement rests' : 'statements rest'} on this`;
    return statementList(summary, statements, { className: 'screen-only' });
  };
}

/**
 * Set one line of a source: every character as it stands, no space added or lost; one that is not seen is named in a box. Each run has the ids of its passages as
 * classes; where a passage starts, an empty element is the place to land on.
 */
export function sourceLine(runs: readonly PublishedRun[]): ElementContent[] {
  return runs.flatMap(({ text, passages, starts, region, slip }): ElementContent[] => {
    const marks = [passages.length > 0 && 'cited', slip && 'slip', region].filter((mark) => typeof mark === 'string');
    return [
      ...starts.map((id) => h('span', { id, className: ['landing'] })),
      ...(marks.length > 0 ? [h('span', { className: [...marks, ...passages] }, visible(text))] : visible(text)),
    ];
  });
}

/** Name each character that would not be seen, or would change how others are, in a box in its place. */
function visible(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const { name, start, end } of findSuspicious(text)) {
    pieces.push(
      { type: 'text', value: text.slice(from, start) },
      h('span', { className: ['unseen'], dataPagefindIgnore: '' }, name),
    );
    from = end;
  }
  return [...pieces, { type: 'text', value: text.slice(from) }];
}

type Slip = NonNullable<PublishedRun['slip']>;

/** List the slips of a line, each once: one can lie in several runs, where a passage begins inside it. */
export function slipsOf(runs: readonly PublishedRun[]): Slip[] {
  const slips = runs.flatMap(({ slip }) => slip ?? []);
  return slips.filter((slip, index) => slips.findIndex((other) => isSame(slip, other)) === index);
}

/** Say what is printed, what it should be read as, how sure that is, and what decides it. */
export function slipGloss({ printed, read, certainty, note }: Slip): ElementContent[] {
  return [
    { type: 'text', value: 'Printed ' },
    h('q', printed),
    ...(read === undefined ? [] : [{ type: 'text' as const, value: ', read ' }, h('em', read)]),
    { type: 'text', value: ` (${certainty})${note === undefined ? '' : `: ${note}`}` },
  ];
}

function isSame(a: Slip, b: Slip): boolean {
  return a.printed === b.printed && a.read === b.read && a.note === b.note;
}
