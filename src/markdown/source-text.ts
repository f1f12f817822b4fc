import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PublishedLine, PublishedRun, PublishedSource } from '#publication/publish-source.ts';
import { curl } from '#text/curl.ts';
import { type LanguageMarks, languageMarks } from '#text/language.ts';
import { findSuspicious } from '#text/suspicious.ts';
import { statementList } from './statement-list.ts';

/**
 * Render the lines of a source, each with its number as a link to it and remarks: why it is dimmed, its errata, and the
 * statements that rest on passages starting there.
 */
export function sourceLines(
  { lines, csl: { language } }: Pick<PublishedSource, 'lines' | 'csl'>,
  backlinksOf: (line: number) => Element | undefined,
): Element[] {
  const marks = languageMarks(language);
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
    const remarks = remarksOn(line, backlinksOf(number), marks);
    return h('div', { className: line.reason === undefined ? ['line'] : ['line', 'apart'], id }, [
      h('a', { className: ['number'], href: `#${id}`, ariaLabel: `Line ${number}` }, String(number)),
      h('p', { className: ['words'], ...marks }, sourceLine(line.runs)),
      ...(remarks.length === 0
        ? []
        : [h('aside', { className: ['small'], ariaLabel: `On line ${number}`, dataPagefindIgnore: '' }, remarks)]),
    ]);
  });
}

function remarksOn(
  { reason, runs }: Extract<PublishedLine, { readonly runs: unknown }>,
  backlinks: Element | undefined,
  marks: LanguageMarks,
): Element[] {
  return [
    ...(reason === undefined ? [] : [h('p', { className: ['quiet'] }, reason)]),
    ...errataOf(runs).map((erratum) => h('p', { className: ['gloss'] }, erratumGloss(erratum, marks))),
    ...(backlinks ? [backlinks] : []),
  ];
}

/** Create a function that lists, for a line, the statements that rest on passages starting there. */
export function lineBacklinks({ passages }: Pick<PublishedSource, 'passages'>) {
  const byLine = Map.groupBy(passages, ({ line }) => line);
  return (line: number): Element | undefined => {
    const own = byLine.get(line);
    if (!own) return undefined;
    // A statement that rests on two passages of a line is listed once.
    const byAddress = new Map(own.flatMap(({ statements }) => statements.map((to) => [to.href, to])));
    const statements = [...byAddress.values()].map((to) => ({ ...to, text: curl(to.text), title: curl(to.title) }));
    const { length } = statements;
    const summary = `${length.toLocaleString('en')} ${length === 1 ? 'statement rests' : 'statements rest'} on this`;
    return statementList(summary, statements, { className: 'screen-only' });
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
