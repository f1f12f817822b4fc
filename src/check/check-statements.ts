import type { Root } from 'mdast';
import type { CheckedFootnote } from '#citation/check.ts';
import { nodesOf } from '#citation/nodes.ts';
import type { Document, Label, Page } from '#document/document.ts';
import type { Chart, ChartFigure, TimelineEvent } from '#document/elements.ts';
import { type EventDate, readEventDate } from '#document/event-date.ts';
import { isComponent } from '#document/jsx.ts';
import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { checkStatements, type JudgedStatement } from '#statement/check.ts';
import type { DateMention } from '#statement/date.ts';
import type { Days } from '#statement/days.ts';
import { type Evidence, evidenceOfSource, evidenceReader } from '#statement/evidence.ts';
import { readExemptions } from '#statement/exemption.ts';
import type { Figure } from '#statement/figure.ts';
import { indexNames, type KnownNames, type NameEntry } from '#statement/name.ts';
import type { OwnCounts } from '#statement/own-count.ts';
import { indexSpeakers } from '#statement/speaker.ts';
import { plainStatement, readStatements, type Statement } from '#statement/statement.ts';
import { indexTexts } from '#statement/text-name.ts';
import { type Wording, wordingFinder } from '#statement/wording.ts';
import { indexLines, placeOf, placeOfNode, type Span, spanOf } from '#text/location.ts';

/** One document with everything its statements are compared with. */
interface DocumentStatements {
  readonly file: string;
  readonly text: string;
  readonly tree: Root;
  readonly labels: readonly Label[];
  readonly events: readonly TimelineEvent[];
  readonly charts: readonly Chart[];
  readonly footnotes: readonly CheckedFootnote[];
  /** Where references are lost: what their statements rest on is unknown. */
  readonly lost: readonly Span[];
  /** Markup that nobody can read: what its statements say is unknown. */
  readonly unread: readonly Span[];
}

/** Checks the statements of a document; the evidence of a passage is read once for all documents. */
export type StatementChecker = (document: DocumentStatements) => {
  readonly judged: readonly JudgedStatement[];
  readonly problems: readonly Problem[];
};

/** Create a checker of statements. `pages` are the pages of names, whose headings are the known names. */
export function statementChecker(
  sources: ReadonlyMap<string, Source | undefined>,
  pages: readonly Page[],
  wording: Wording,
  counts?: OwnCounts,
): StatementChecker {
  const evidenceOf = evidenceReader(sources);
  const read = [...sources.values()].filter((source) => source !== undefined);
  const known = knownNames(pages);
  const findWording = wordingFinder(read, known, wording);
  const names = { known, texts: indexTexts(read, counts), speakers: indexSpeakers(read, known) };
  const wholes = new Map<string, Evidence[]>();
  for (const [id, source] of sources) if (source) wholes.set(`${WHOLE}${id}`, [evidenceOfSource(source)]);

  return ({ file, text, tree, labels, events, charts, footnotes, lost, unread }) => {
    const whole = footnotes.filter(({ isWhole }) => isWhole);
    const evidence = new Map(whole.map(({ identifier, passages }) => [identifier, passages.map(evidenceOf)]));
    const identifiers = footnotes.map(({ identifier }) => identifier);
    const cited = [...new Set(footnotes.flatMap(({ passages }) => passages.map(({ sourceId }) => sourceId)))];
    const texts = [...identifiers, ...cited.map((id) => `${WHOLE}${id}`)];
    const statements = [
      ...labels.map(({ words, place, of }) =>
        plainStatement(words, spanOf(place), of === 'texts' ? texts : [], 'label'),
      ),
      ...withAttributes(readStatements(tree, text), events, charts),
    ];
    const lines = indexLines(text);
    const { judged, problems: found } = checkStatements(statements, readExemptions(tree), {
      file,
      lines,
      names,
      lost,
      unread,
      // A component without a footnote has a problem of its own.
      elsewhere: nodesOf(tree)
        .filter(isComponent)
        .map((node) => spanOf(placeOfNode(node))),
      footnotes: identifiers,
      evidenceOf: (identifier) => evidence.get(identifier) ?? wholes.get(identifier),
      findWording,
    });
    const inNotes = readNotes(tree, text).flatMap(({ identifier, statements }) =>
      statements.flatMap((statement) => findWording(statement, evidence.get(identifier) ?? [])),
    );
    const ofNotes = inNotes.map(({ fact, ...span }): Problem => ({ ...fact, file, place: placeOf(lines, span) }));
    return { judged, problems: [...found, ...ofNotes] };
  };
}

/** The sentences of the editor's notes: what follows the citations of a footnote. */
function readNotes(tree: Root, text: string) {
  return nodesOf(tree)
    .filter((node) => node.type === 'footnoteDefinition')
    .map(({ identifier, children: [, ...children] }) => ({
      identifier,
      statements: readStatements({ type: 'root', children }, text),
    }));
}

/** Prefix of the ids of whole sources among identifiers of footnotes, none of which can begin with it. */
const WHOLE = '\0';

/** Is it a page whose headings are the names that have entries? */
export function hasNames(document: Document): document is Page {
  return document.folder === 'pages' && document.matter.names;
}

/**
 * The entries of pages of names: headings of depth 3, those below a heading `People` being names of persons, and other
 * names that a page has words for, such as countries.
 */
export function knownNames(pages: readonly Page[]): KnownNames {
  const entries = pages.flatMap(({ matter: { aliases, implied }, headings }): NameEntry[] => {
    const entryOf = (name: string, isPerson: boolean): NameEntry => ({
      name,
      aliases: aliases[name] ?? [],
      implied: implied[name] ?? [],
      isPerson,
    });
    let group = '';
    const named = headings.flatMap(({ depth, text }): NameEntry[] => {
      if (depth === 2) group = text;
      return depth === 3 ? [entryOf(text, group === 'People')] : [];
    });
    const others = new Set([...Object.keys(aliases), ...Object.keys(implied)]).difference(
      new Set(named.map(({ name }) => name)),
    );
    return [...named, ...[...others].map((name) => entryOf(name, false))];
  });
  return indexNames(entries);
}

/** Add the words, figures and dates in the attributes of elements to the first statement between their tags. */
function withAttributes(
  statements: readonly Statement[],
  events: readonly TimelineEvent[],
  charts: readonly Chart[],
): Statement[] {
  const elements = [
    ...events.map(({ date, label, ...event }) => {
      return { ...event, words: label === undefined ? [] : [label], figures: [], dates: datesOf(date) };
    }),
    ...charts.flatMap(({ unit, points }) =>
      points.map(({ figure, label, by, when, ...point }) => {
        return { ...point, words: [label, by, when], figures: figuresOf(figure, unit), dates: [] };
      }),
    ),
  ];
  const result = [...statements];
  for (const { offset, footnotes, words, figures, dates } of elements) {
    const own = result.find(
      ({ span, footnotes: others }) => span.start >= offset && others.some((other) => footnotes.includes(other)),
    );
    const span = own?.span ?? { start: offset, end: offset + 1 };
    const parts = words.flatMap((text) => plainStatement(text, span, [], 'label').parts);
    const attributes = { figures, dates };
    if (own) result[result.indexOf(own)] = { ...own, parts: [...own.parts, ...parts], attributes };
    // An element without words still gives a date or a figure.
    else result.push({ kind: 'row', parts, span, footnotes, opensParagraph: true, attributes });
  }
  return result;
}

function datesOf(date: TimelineEvent['date']): DateMention[] {
  if (!date || date.inferred) return [];
  const ends = date.edtf.includes('/') ? date.edtf.split('/').flatMap((end) => readEventDate(end) ?? []) : [];
  const [from, to] = ends.map(daysOf);
  const range = from && to && { ends: [from, to] as const };
  return [{ words: date.words, ...daysOf(date), ...range, start: 0, end: 0 }];
}

function daysOf({ first, last }: Pick<EventDate, 'first' | 'last'>): Days {
  const toNumber = (day: string) => Number(day.replaceAll('-', ''));
  return { first: toNumber(first), last: toNumber(last), from: undefined, to: undefined };
}

function figuresOf(figure: ChartFigure, unit: string): Figure[] {
  // Half of another figure is not in the text; its label is.
  if (figure.kind === 'half-of') return [];
  const { from, to = from } = figure;
  const range = from === to ? `${from}` : `${from}-${to}`;
  const [kind, words] = unit === 'percent' ? (['share', `${range} %`] as const) : (['number', range] as const);
  const plain = { unit: '', per: '', noun: '', hedges: new Set<never>(), inWords: false, start: 0, end: 0 };
  return [{ kind, from, to, words, ...plain }];
}
