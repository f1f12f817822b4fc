import { z } from 'zod';
import { readEventDate } from './event-date.ts';
import { text } from './front-matter.ts';

/** Slugs separated by spaces, as HTML writes lists in attributes. */
const Themes = z
  .string()
  .transform((names) => names.split(/\s+/).filter((name) => name !== ''))
  .pipe(
    z
      .array(z.string())
      .min(1, { error: 'Expected at least one theme' })
      .refine((names) => new Set(names).size === names.length, { error: 'Expected each theme once' }),
  );

const EdtfDate = z.string().transform((value, context) => {
  const date = readEventDate(value);
  if (date) return date;
  context.addIssue(
    'Expected a date such as `1991`, `1991-12`, `1991-12-25`, `2014-22` (summer), `199X`, `17XX`, `197X/199X` or `1992/..`, ' +
      'with `?` after it if it is inferred',
  );
  return z.NEVER;
});

/** Attributes of `<Event>`: something that happened, described between its tags. */
export const EventAttributes = z.strictObject({
  /** EDTF; omitted where the texts give no date. */
  date: EdtfDate.optional(),
  themes: Themes,
  /** A few words that stand at its mark on a timeline. */
  label: text('a few words').optional(),
});

/** Attributes of `<Chart>`: figures of several texts on one question. */
export const ChartAttributes = z.strictObject({
  title: text('a title'),
  /** What the figures count: `people`; `percent` is printed as %. */
  unit: text('the things that the figures count, such as `people` or `percent`'),
});

/** A figure given by a text; `to` is undefined where there is no upper limit. */
export interface Extent {
  readonly from: number;
  readonly to: number | undefined;
}

const Value = z.string().transform((value, context): Extent => {
  const [, from, to] = /^(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?|\.\.))?$/.exec(value) ?? [];
  const extent = { from: Number(from), to: to === '..' ? undefined : Number(to ?? from) };
  const isForward = extent.to === undefined || to === undefined || extent.from < extent.to;
  if (from !== undefined && isForward) return extent;
  context.addIssue('Expected a figure such as `30000`, a range `25000/30000` or a lower limit `16000/..`');
  return z.NEVER;
});

/** Attributes of `<Point>`: one figure of a chart. */
export const PointAttributes = z
  .strictObject({
    /** The name by which another point refers to this one in `half-of`. */
    id: text('a name').optional(),
    value: Value.optional(),
    /** The point of whose figure this is about half, where the text prints no figure. */
    'half-of': text('the `id` of another point').optional(),
    /** The figure as printed. */
    label: text('the figure as it is printed'),
    /** Who gives it, and where. */
    by: text('the name of who gives the figure'),
    when: text('the time when the figure was given, or `undated`'),
  })
  .superRefine(({ value, label, 'half-of': half }, context) => {
    if (value === undefined && half === undefined) {
      context.addIssue({ code: 'custom', path: ['value'] });
    } else if (value !== undefined && half !== undefined) {
      context.addIssue({ code: 'custom', path: ['half-of'], message: 'Expected `value` or `half-of`, not both' });
    } else if (value !== undefined && !hasFigures(label, value)) {
      context.addIssue({ code: 'custom', path: ['label'], message: 'Expected the same figures as in `value`' });
    }
  });

/** A typing error in either would draw a different figure from the printed one. A label in words cannot be compared. */
function hasFigures(label: string, { from, to }: Extent): boolean {
  const figures = (label.match(/\d(?:[\d,.]*\d)?/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')));
  return figures.length === 0 || (figures.includes(from) && (to === undefined || figures.includes(to)));
}
