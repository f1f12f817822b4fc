import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PublishedLine, PublishedRun, PublishedSource } from '#publication/publish-source.ts';
import type { PublishedStatement } from '#publication/uses.ts';
import { count } from '#text/count.ts';
import { curl } from '#text/curl.ts';
import { type LanguageMarks, languageMarks } from '#text/language.ts';
import { findSuspicious } from '#text/suspicious.ts';
import { statementLists } from './statement-list.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * Render the lines of a source in blocks, each line with its number as a link to it, and a button that opens what there
 * is to say on it: why it is dimmed, its errata, and the statements that rest on passages starting there.
 */
export function sourceBlocks(
  { lines, csl: { language } }: Pick<PublishedSource, 'lines' | 'csl'>,
  statementsOn: (line: number) => readonly PublishedStatement[],
): Element[] {
  const marks = languageMarks(language);
  const isProse = (runs: readonly PublishedRun[]) =>
    runs.every(({ region }) => region !== 'heading' && region !== 'boilerplate');
  const textOf = (line: PublishedLine) =>
    'runs' in line && isProse(line.runs) ? line.runs.map(({ text }) => text).join('') : undefined;
  return textBlocks(lines, textOf).map(({ kind, lines }) =>
    h(
      'div',
      { className: ['block', kind] },
      lines.flatMap((line) => {
        const rendered = 'to' in line ? [absentLine(line)] : printedLine(line, statementsOn(line.number), marks);
        // Between lines that flow; a hyphen at the end of a line joins.
        return kind === 'flow' && !textOf(line)?.endsWith('-') ? [...rendered, { type: 'text', value: ' ' }] : rendered;
      }),
    ),
  );
}

function absentLine({ number, to, reason }: Extract<PublishedLine, { readonly to: number }>): Element {
  const range = number === to ? `Line ${number}` : `Lines ${number} to ${to}`;
  return h('div', { className: ['line', 'apart'], id: `L${number}` }, [
    h('span', { className: ['number'] }, String(number)),
    ' ',
    h('span', { className: ['absent'] }, `${range}: ${reason}`),
  ]);
}

function printedLine(
  { number, reason, runs }: Extract<PublishedLine, { readonly runs: unknown }>,
  statements: readonly PublishedStatement[],
  marks: LanguageMarks,
): Element[] {
  const [id, more] = [`L${number}`, `on-L${number}`];
  const errata = errataOf(runs);
  const said = [
    statements.length > 0 && count(statements.length, 'statement'),
    errata.length > 0 && (errata.length === 1 ? 'misprint' : `${errata.length} misprints`),
    reason !== undefined && 'why dimmed',
  ].filter((words) => words !== false);
  const line = h('div', { className: reason === undefined ? ['line'] : ['line', 'apart'], id }, [
    h('a', { className: ['number'], href: `#${id}`, ariaLabel: `Line ${number}` }, String(number)),
    h('span', { className: ['words'], ...marks }, sourceLine(runs)),
    ...(said.length === 0
      ? []
      : [
          h(
            'button',
            {
              type: 'button',
              className: ['more'],
              popoverTarget: more,
              ariaLabel: `Line ${number}: ${said.join(', ')}`,
            },
            [
              statements.length > 0 ? String(statements.length) : '*',
              h('span', statements.length > 0 ? said.join(', ').replace(/^\S+/, '') : ` ${said.join(', ')}`),
            ],
          ),
        ]),
  ]);
  if (said.length === 0) return [line];
  return [
    line,
    h('div', { id: more, className: ['sheet', 'small'], popover: '', dataPagefindIgnore: '' }, [
      h('div', { className: ['note-bar'] }, [
        h('b', `Line ${number}`),
        h('button', { type: 'button', popoverTarget: more, popoverTargetAction: 'hide' }, 'Close'),
      ]),
      ...(reason === undefined ? [] : [h('p', { className: ['quiet'] }, reason)]),
      ...errata.map((erratum) => h('p', { className: ['gloss'] }, erratumGloss(erratum, marks))),
      ...statementLists(statements),
    ]),
  ];
}

/** Create a function that finds, for a line, the statements that rest on passages starting there. */
export function statementsByLine({ passages }: Pick<PublishedSource, 'passages'>) {
  const byLine = Map.groupBy(passages, ({ line }) => line);
  return (line: number): PublishedStatement[] => {
    // A statement that rests on two passages of a line is listed once.
    const own = byLine.get(line)?.flatMap(({ statements }) => statements.map((to) => [to.href, to] as const));
    return [...new Map(own).values()].map((to) => ({ ...to, text: curl(to.text), title: curl(to.title) }));
  };
}

/**
 * Render a line of a source with every character unchanged; invisible ones are replaced by their names. Each run has
 * the ids of its passages as classes, and an empty element with the id where a passage starts, as the target of links.
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

/** Replace each character that is invisible, or changes how others look, by its name in a box. */
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

type PublishedErratum = NonNullable<PublishedRun['slip']>;

/** List the errata of a line, each once: one can be in several runs, where a passage begins inside it. */
export function errataOf(runs: readonly PublishedRun[]): PublishedErratum[] {
  const errata = runs.flatMap(({ slip }) => slip ?? []);
  return [...new Map(errata.map((erratum) => [JSON.stringify(erratum), erratum])).values()];
}

/** Say what is printed, what it should be read as, how certain that is, and why. */
export function erratumGloss(
  { printed, read, certainty, note }: PublishedErratum,
  marks: LanguageMarks = {},
): ElementContent[] {
  return [
    { type: 'text', value: 'Printed ' },
    h('q', { ...marks }, printed),
    ...(read === undefined ? [] : [{ type: 'text' as const, value: ', read ' }, h('em', { ...marks }, read)]),
    { type: 'text', value: ` (${certainty})${note === undefined ? '' : `: ${note}`}` },
  ];
}
