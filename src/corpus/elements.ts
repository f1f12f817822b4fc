import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nodesOf } from '#citation/nodes.ts';
import { plainText } from '#citation/prose.ts';
import type { ElementFault, Problem } from '#problem/problem.ts';
import type { Place } from '#text/location.ts';
import { indexLines, placeOf, placeOfNode } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { Mention } from './document.ts';
import { ChartAttributes, EventAttributes, type Extent, PointAttributes } from './element-attributes.ts';
import type { EventDate } from './event-date.ts';
import { blocksOf, isComment, isComponent, isJsx, type JsxElement } from './jsx.ts';
import { type Attributes, placeOfName, readAttributes, type WrittenText } from './read-attributes.ts';

/** What stands between the tags of an element with data: a claim with its footnotes. */
interface Statement {
  /** Where the element starts in its file, in UTF-16 code units: joins it to what is rendered in its place. */
  readonly offset: number;
  /** As plain text. */
  readonly text: string;
  /** The identifiers of its footnotes, each once, in order; never empty. */
  readonly footnotes: readonly string[];
}

/** One `<Event>`. */
export interface TimelineEvent extends Statement {
  /** Undefined where the texts give none. */
  readonly date: EventDate | undefined;
  /** Never empty. */
  readonly themes: readonly string[];
}

/** What a point of a chart stands for: the figure that is printed, or half of that of another point. */
export type Figure = { readonly kind: 'printed' | 'half-of' } & Extent;

/** One `<Point>`. */
interface ChartPoint extends Statement {
  readonly figure: Figure;
  readonly label: string;
  readonly by: string;
  readonly when: string;
}

/** One `<Chart>`. */
export interface Chart {
  /** As that of a statement. */
  readonly offset: number;
  readonly title: string;
  readonly unit: string;
  /** Never empty. */
  readonly points: readonly ChartPoint[];
}

export interface ElementReading {
  /** In the order of the file, as all lists here; without those that have a problem. */
  readonly events: readonly TimelineEvent[];
  readonly charts: readonly Chart[];
  /** The themes that events name. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

const NAMES = ['Event', 'Chart', 'Point'];

/**
 * Read the events and charts of a document from its syntax tree. A component that nobody knows is a problem, since the
 * build would die of it without a place; HTML elements are not looked at.
 */
export function readElements(tree: Root, text: string, file: string): ElementReading {
  const events: TimelineEvent[] = [];
  const charts: Chart[] = [];
  const mentions: Mention[] = [];
  const problems: Problem[] = [];
  const written: WrittenText = { text, lines: indexLines(text) };
  const report: Report = (element, { place = placeOfName(element, written.lines), ...fault }) => {
    const name = String(element.name);
    problems.push({ ruleId: 'article-invalid', part: 'element', element: name, ...fault, file, place });
  };

  const inDocument = new Set(blocksOf(tree));
  const inChart = new Set<unknown>();
  for (const node of nodesOf(tree)) {
    if (!isComponent(node)) continue;
    if (node.name === 'Chart') for (const block of blocksOf(node)) inChart.add(block);

    if (!NAMES.includes(node.name)) report(node, { fault: 'unknown', suggestions: suggest(node.name, NAMES) });
    else if (node.name === 'Point') {
      if (!inChart.has(node)) report(node, { fault: 'place', expected: 'Chart' });
    } else if (!inDocument.has(node)) report(node, { fault: 'place', expected: 'document' });
    else if (node.name === 'Chart') charts.push(...readChart(node, written, report));
    else {
      const event = readEvent(node, written, report);
      events.push(...event.events);
      mentions.push(...event.mentions);
    }
  }

  return { events, charts, mentions, problems };
}

/** Report what is wrong with an element, at its name if no place is given. */
type Report = (element: JsxElement, fault: ElementFault & { readonly place?: Place }) => void;

function readEvent(element: JsxElement, written: WrittenText, report: Report) {
  const { data, values, placeOfValue, faults } = readAttributes(element, EventAttributes, written);
  for (const fault of faults) report(element, fault);
  const statement = readStatement(element, written.text, report);

  const { start, end } = placeOfValue('themes');
  const { text, lines } = written;
  const themes = values.has('themes') ? [...text.slice(start.offset, end.offset).matchAll(/\S+/g)] : [];
  const mentions = themes.map(({ 0: slug, index }): Mention => {
    const from = start.offset + index;
    return { kind: 'theme', slug, place: placeOf(lines, { start: from, end: from + slug.length }) };
  });
  const events: TimelineEvent[] = data && statement ? [{ ...statement, date: data.date, themes: data.themes }] : [];
  return { events, mentions };
}

function readChart(element: JsxElement, written: WrittenText, report: Report): Chart[] {
  const { data, faults } = readAttributes(element, ChartAttributes, written);
  for (const fault of faults) report(element, fault);

  const found: JsxElement[] = [];
  for (const block of blocksOf(element)) {
    if (isJsx(block) && block.name === 'Point') found.push(block);
    // Another component has a problem of its own.
    else if (!isComment(block) && !isComponent(block)) {
      report(element, { fault: 'content', place: placeOfNode(block) });
    }
  }
  if (found.length === 0) report(element, { fault: 'empty' });

  const points = readPoints(found, written, report);
  const { offset } = placeOfNode(element).start;
  return data && points.length > 0 ? [{ offset, ...data, points }] : [];
}

function readPoints(elements: readonly JsxElement[], written: WrittenText, report: Report): ChartPoint[] {
  const read = elements.map((element) => {
    const attributes = readAttributes(element, PointAttributes, written);
    for (const fault of attributes.faults) report(element, fault);
    return { element, attributes, statement: readStatement(element, written.text, report) };
  });

  const others = readNames(read, report);
  return read.flatMap(({ element, attributes: { data, placeOfValue }, statement }): ChartPoint[] => {
    if (!data) return [];
    const { value, 'half-of': half = '', label, by, when } = data;
    const other = others.get(half);
    const figure: Figure | undefined = value ? { kind: 'printed', ...value } : other && { kind: 'half-of', ...other };
    if (!figure) {
      const suggestions = suggest(half, others.keys());
      report(element, { fault: 'point-unknown', id: half, suggestions, place: placeOfValue('half-of') });
    }
    return figure && statement ? [{ ...statement, figure, label, by, when }] : [];
  });
}

interface PointReading {
  readonly element: JsxElement;
  readonly attributes: Attributes<{ id?: string | undefined; value?: Extent | undefined }>;
}

/** The figures of which there can be a half, by the name of their point. A lower limit has no half that could be drawn. */
function readNames(points: readonly PointReading[], report: Report): ReadonlyMap<string, Extent> {
  const figures = new Map<string, Extent>();
  const names = new Set<string>();
  for (const { element, attributes } of points) {
    const { id, value } = attributes.data ?? {};
    if (id === undefined) continue;
    if (names.has(id)) report(element, { fault: 'point-duplicate', id, place: attributes.placeOfValue('id') });
    else if (value?.to !== undefined) figures.set(id, value);
    names.add(id);
  }
  return figures;
}

/** The claim of an element. Without a footnote it is a problem: nothing would bear it. */
function readStatement(element: JsxElement, text: string, report: Report): Statement | undefined {
  const footnotes = new Set<string>();
  visit(element, 'footnoteReference', ({ identifier }) => {
    footnotes.add(identifier);
  });
  const { start, end } = placeOfNode(element);
  if (footnotes.size === 0) {
    // A reference of which Markdown makes nothing is reported as such.
    if (!/\[\^[^\]]/.test(text.slice(start.offset, end.offset))) report(element, { fault: 'no-footnote' });
    return undefined;
  }
  // On one line there are no blocks in it.
  const blocks = element.type === 'mdxJsxTextElement' ? [element] : element.children;
  const words = blocks.map((block) => plainText(block)).join(' ');
  return { offset: start.offset, text: words.replace(/\s+/g, ' ').trim(), footnotes: [...footnotes] };
}
