import type { Root } from 'mdast';
import type { CheckedFootnote } from '#citation/check.ts';
import { nodesOf } from '#citation/nodes.ts';
import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { checkStatements, type JudgedStatement } from '#statement/check.ts';
import type { DateMention } from '#statement/date.ts';
import { type Evidence, evidenceOfSource, evidenceReader } from '#statement/evidence.ts';
import { readExemptions } from '#statement/exemption.ts';
import type { Figure } from '#statement/figure.ts';
import { indexNames, type KnownNames, type NameEntry } from '#statement/name.ts';
import { plainStatement, readStatements, type Statement } from '#statement/statement.ts';
import { indexLines, placeOfNode, type Span, spanOf } from '#text/location.ts';
import type { Document, Label, Page } from './document.ts';
import type { Chart, TimelineEvent } from './elements.ts';
import { isComponent } from './jsx.ts';

/** What one document asks its readers to believe. */
interface DocumentStatements {
  readonly file: string;
  readonly text: string;
  readonly tree: Root;
  readonly labels: readonly Label[];
  readonly events: readonly TimelineEvent[];
  readonly charts: readonly Chart[];
  readonly footnotes: readonly CheckedFootnote[];
  /** What is wrong with its footnotes. */
  readonly problems: readonly Problem[];
}

/** Judges the statements of one document after the other; what passages bear is read once for all of them. */
export type StatementChecker = (document: DocumentStatements) => {
  readonly judged: readonly JudgedStatement[];
  readonly problems: readonly Problem[];
};

/** Make a checker that knows the sources, and the names that have entries: those of the pages of names. */
export function statementChecker(
  sources: ReadonlyMap<string, Source | undefined>,
  pages: readonly Page[],
): StatementChecker {
  const evidenceOf = evidenceReader(sources);
  const known = knownNames(pages);
  const wholes = new Map<string, Evidence[]>();
  for (const [id, source] of sources) if (source) wholes.set(`${WHOLE}${id}`, [evidenceOfSource(source)]);

  return ({ file, text, tree, labels, events, charts, footnotes, problems }) => {
    const grounds = new Map<string, readonly Evidence[]>();
    for (const { identifier, isWhole, passages } of footnotes)
      if (isWhole) grounds.set(identifier, passages.map(evidenceOf));
    const identifiers = footnotes.map(({ identifier }) => identifier);
    const cited = [...new Set(footnotes.flatMap(({ passages }) => passages.map(({ sourceId }) => sourceId)))];
    const statements = [
      ...labels.map(({ words, place, of }) =>
        plainStatement(
          words,
          spanOf(place),
          of === 'texts' ? [...identifiers, ...cited.map((id) => `${WHOLE}${id}`)] : [],
          'label',
        ),
      ),
      ...withAttributes(readStatements(tree, text), events, charts),
    ];
    return checkStatements(statements, readExemptions(tree), {
      file,
      lines: indexLines(text),
      known,
      lost: problems.flatMap(({ ruleId, place }) => (ruleId === 'footnote-undefined' && place ? [spanOf(place)] : [])),
      elsewhere: componentsOf(tree),
      footnotes: identifiers,
      evidenceOf: (identifier) => grounds.get(identifier) ?? wholes.get(identifier),
    });
  };
}

/** Where components stand: each says itself that it lacks a footnote. */
function componentsOf(tree: Root): Span[] {
  return nodesOf(tree)
    .filter(isComponent)
    .map((node) => spanOf(placeOfNode(node)));
}

/** Marks a source that is meant as a whole among identifiers of footnotes, none of which can begin so. */
const WHOLE = '\0';

/** Is it a page whose headings are the names that have entries? */
export function hasNames(document: Document): document is Page {
  return document.folder === 'pages' && document.matter.names;
}

/** The entries of pages of names. Below a heading `People` they are names of persons. */
function knownNames(pages: readonly Page[]): KnownNames {
  const entries = pages.flatMap(({ matter: { aliases }, headings }): NameEntry[] => {
    let group = '';
    return headings.flatMap(({ depth, text }): NameEntry[] => {
      if (depth === 2) group = text;
      return depth === 3 ? [{ name: text, aliases: aliases[text] ?? [], isPerson: group === 'People' }] : [];
    });
  });
  return indexNames(entries);
}

/** Hand what the attributes of elements say to the first statement between their tags. */
function withAttributes(
  statements: readonly Statement[],
  events: readonly TimelineEvent[],
  charts: readonly Chart[],
): Statement[] {
  const said = [
    ...events.map(({ offset, footnotes, date }) => ({
      offset,
      footnotes,
      words: [],
      figures: [],
      dates: date?.inferred ? [] : datesOf(date),
    })),
    ...charts.flatMap(({ unit, points }) =>
      points.map(({ offset, footnotes, figure, label, by, when }) => ({
        offset,
        footnotes,
        words: [label, by, when],
        dates: [],
        figures: figuresOf(figure, unit),
      })),
    ),
  ];
  const result = [...statements];
  for (const { offset, footnotes, words, figures, dates } of said) {
    const own = result.find(
      ({ span, footnotes: others }) => span.start >= offset && others.some((other) => footnotes.includes(other)),
    );
    const span = own?.span ?? { start: offset, end: offset + 1 };
    const parts = words.flatMap((text) => plainStatement(text, span, [], 'label').parts);
    const attributes = { figures, dates };
    if (own) result[result.indexOf(own)] = { ...own, parts: [...own.parts, ...parts], attributes };
    // Without words of its own an element still says when, or how many.
    else result.push({ kind: 'row', parts, span, footnotes, attributes });
  }
  return result;
}

function datesOf(date: TimelineEvent['date']): DateMention[] {
  if (!date) return [];
  const first = Number(date.first.replaceAll('-', ''));
  const last = Number(date.last.replaceAll('-', ''));
  return [{ words: date.words, first, last, month: undefined, day: undefined, part: undefined, start: 0, end: 0 }];
}

function figuresOf({ kind, from, to = from }: Chart['points'][number]['figure'], unit: string): Figure[] {
  // Half of another figure is printed nowhere: its label says what the text has.
  if (kind === 'half-of') return [];
  const words = from === to ? `${from}` : `${from}-${to}`;
  const isShare = unit === 'percent';
  return [
    {
      ...{ kind: isShare ? 'share' : 'number', from, to, unit: '', words: isShare ? `${words} %` : words },
      ...{ hedges: new Set(), inWords: false, start: 0, end: 0 },
    },
  ];
}
