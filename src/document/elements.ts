import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { nodesOf } from '#citation/nodes.ts';
import { plainText } from '#citation/prose.ts';
import type { ElementFault, Problem } from '#problem/problem.ts';
import { indexLines, type LineIndex, type Place, placeOf, placeOfNode, spanOf } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import type { Mention } from './document.ts';
import { ChartAttributes, EventAttributes, type Extent, PointAttributes } from './element-attributes.ts';
import type { EventDate } from './event-date.ts';
import { blocksOf, type Component, isComment, isComponent } from './jsx.ts';
import { type Attributes, placeOfName, readAttributes } from './read-attributes.ts';

/** The words between the tags of an element, with their footnotes. */
interface ElementText {
  /** Where the element starts in its file, in UTF-16 code units: joins it to its rendering. */
  readonly offset: number;
  /** As plain text. */
  readonly text: string;
  /** The identifiers of its footnotes, each once, in order; never empty. */
  readonly footnotes: readonly string[];
}

/** One `<Event>`. */
export interface TimelineEvent extends ElementText {
  /** Undefined where the texts give none. */
  readonly date: EventDate | undefined;
  /** Slugs; never empty. */
  readonly themes: readonly string[];
  /** What stands at its mark on a timeline; undefined if nothing does. */
  readonly label: string | undefined;
}

/** The figure of a point: the printed one, or that of the point of which it is half. */
export type ChartFigure = { readonly kind: 'printed' | 'half-of' } & Extent;

/** One `<Point>`. */
interface ChartPoint extends ElementText {
  readonly figure: ChartFigure;
  readonly label: string;
  readonly by: string;
  readonly when: string;
}

/** One `<Chart>`. */
export interface Chart {
  /** As in `ElementText`. */
  readonly offset: number;
  readonly title: string;
  readonly unit: string;
  /** Never empty. */
  readonly points: readonly ChartPoint[];
}

/** All lists are in the order of the file. */
export interface ElementReading {
  /** Those without a problem, as the charts. */
  readonly events: readonly TimelineEvent[];
  readonly charts: readonly Chart[];
  /** The themes that events name. */
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
}

interface Context {
  readonly text: string;
  readonly lines: LineIndex;
  /** Report a fault of an element, at its name if no place is given. */
  readonly report: (element: Component, fault: ElementFault & { readonly place?: Place }) => void;
}

const NAMES = ['Event', 'Chart', 'Point'];

/**
 * Read the events and charts of a document from its syntax tree. An unknown component is a problem, since the build
 * would fail on it without giving a place; HTML elements are ignored.
 */
export function readElements(tree: Root, text: string, file: string): ElementReading {
  const events: TimelineEvent[] = [];
  const charts: Chart[] = [];
  const mentions: Mention[] = [];
  const problems: Problem[] = [];
  const lines = indexLines(text);
  const report: Context['report'] = (element, { place = placeOfName(element, lines), ...fault }) => {
    problems.push({ ruleId: 'article-invalid', part: 'element', element: element.name, ...fault, file, place });
  };
  const context = { text, lines, report };

  const inDocument = new Set(blocksOf(tree));
  const inChart = new Set<unknown>();
  for (const node of nodesOf(tree)) {
    if (!isComponent(node)) continue;
    if (node.name === 'Chart') for (const block of blocksOf(node)) inChart.add(block);

    if (!NAMES.includes(node.name)) report(node, { fault: 'unknown', suggestions: suggest(node.name, NAMES) });
    else if (node.name === 'Point') {
      if (!inChart.has(node)) report(node, { fault: 'place', expected: 'Chart' });
    } else if (!inDocument.has(node)) report(node, { fault: 'place', expected: 'document' });
    else if (node.name === 'Chart') charts.push(...readChart(node, context));
    else {
      const event = readEvent(node, context);
      events.push(...event.events);
      mentions.push(...event.mentions);
    }
  }

  return { events, charts, mentions, problems };
}

function attributesOf<Schema extends z.ZodObject>(element: Component, schema: Schema, context: Context) {
  const attributes = readAttributes(element, schema, context);
  for (const fault of attributes.faults) context.report(element, fault);
  return attributes;
}

function readEvent(element: Component, context: Context): Pick<ElementReading, 'events' | 'mentions'> {
  const { data, values, placeOfValue } = attributesOf(element, EventAttributes, context);
  const elementText = readElementText(element, context);
  const { text, lines } = context;
  const { start, end } = spanOf(placeOfValue('themes'));
  const themes = values.has('themes') ? [...text.slice(start, end).matchAll(/\S+/g)] : [];
  return {
    events: data && elementText ? [{ ...elementText, date: data.date, themes: data.themes, label: data.label }] : [],
    mentions: themes.map(({ 0: slug, index }) => {
      const span = { start: start + index, end: start + index + slug.length };
      return { kind: 'theme', slug, place: placeOf(lines, span) };
    }),
  };
}

function readChart(element: Component, context: Context): Chart[] {
  const { data } = attributesOf(element, ChartAttributes, context);
  const blocks = blocksOf(element);
  // Other components have a problem of their own.
  for (const block of blocks.filter((block) => !isComment(block) && !isComponent(block))) {
    context.report(element, { fault: 'content', place: placeOfNode(block) });
  }
  const elements = blocks.filter(isComponent).filter(({ name }) => name === 'Point');
  if (elements.length === 0) context.report(element, { fault: 'empty' });

  const points = readPoints(elements, context);
  const { offset } = placeOfNode(element).start;
  return data && points.length > 0 ? [{ offset, ...data, points }] : [];
}

function readPoints(elements: readonly Component[], context: Context): ChartPoint[] {
  const read = elements.map((element) => ({
    element,
    attributes: attributesOf(element, PointAttributes, context),
    elementText: readElementText(element, context),
  }));
  const figures = figuresById(read, context);
  return read.flatMap(({ element, attributes: { data, placeOfValue }, elementText }): ChartPoint[] => {
    if (!data) return [];
    const { value, 'half-of': half = '', label, by, when } = data;
    const other = figures.get(half);
    if (!value && !other) {
      const suggestions = suggest(half, figures.keys());
      context.report(element, { fault: 'point-unknown', id: half, suggestions, place: placeOfValue('half-of') });
    }
    const figure: ChartFigure | undefined = value
      ? { kind: 'printed', ...value }
      : other && { kind: 'half-of', ...other };
    return figure && elementText ? [{ ...elementText, figure, label, by, when }] : [];
  });
}

interface PointReading {
  readonly element: Component;
  readonly attributes: Attributes<{ id?: string | undefined; value?: Extent | undefined }>;
}

/** The figures that `half-of` can refer to. A lower limit is not one: half of it could not be drawn. */
function figuresById(points: readonly PointReading[], { report }: Context): ReadonlyMap<string, Extent> {
  const figures = new Map<string, Extent>();
  const ids = new Set<string>();
  for (const { element, attributes } of points) {
    const { id, value } = attributes.data ?? {};
    if (id === undefined) continue;
    if (ids.has(id)) report(element, { fault: 'point-duplicate', id, place: attributes.placeOfValue('id') });
    else if (value?.to !== undefined) figures.set(id, value);
    ids.add(id);
  }
  return figures;
}

/** The words of an element; a problem if they have no footnote. */
function readElementText(element: Component, { text, report }: Context): ElementText | undefined {
  const footnotes = new Set<string>();
  visit(element, 'footnoteReference', ({ identifier }) => void footnotes.add(identifier));
  const { start, end } = spanOf(placeOfNode(element));
  if (footnotes.size === 0) {
    // A reference without a definition is plain text to Markdown, and has a problem of its own.
    if (!/\[\^[^\]]/.test(text.slice(start, end))) report(element, { fault: 'no-footnote' });
    return undefined;
  }
  const blocks = element.type === 'mdxJsxTextElement' ? [element] : element.children;
  const words = blocks.map((block) => plainText(block)).join(' ');
  return { offset: start, text: words.replace(/\s+/g, ' ').trim(), footnotes: [...footnotes] };
}
