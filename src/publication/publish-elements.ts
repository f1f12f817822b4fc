import type { Checked, Corpus } from '#check/model.ts';
import { noteId } from '#document/anchors.ts';
import type { ChartFigure } from '#document/elements.ts';
import type { EventDate } from '#document/event-date.ts';
import { curl } from '#text/curl.ts';

/** The words of an element as readers see them. Plain data. */
interface PublishedElement {
  /** Where the element starts in its file, in UTF-16 code units: joins it to its rendering. */
  readonly offset: number;
  /** Its words as plain text. */
  readonly text: string;
  /** Its notes by number; never empty. */
  readonly notes: readonly { readonly number: number; readonly href: string }[];
}

/** Something that happened, as readers see it. Plain data. */
export interface PublishedEvent extends PublishedElement {
  /** Its fragment on the page of its document. */
  readonly id: string;
  /** Address and fragment. */
  readonly href: string;
  /** Undefined where the texts give none. */
  readonly date: EventDate | undefined;
  /** Never empty; in the order of the element. */
  readonly themes: readonly { readonly slug: string; readonly address: string; readonly label: string }[];
  /** What stands at its mark on a timeline; undefined if nothing does. */
  readonly label: string | undefined;
}

/** A figure of a chart as readers see it. Plain data. */
export interface PublishedPoint extends PublishedElement {
  readonly figure: ChartFigure;
  /** The figure as printed. */
  readonly label: string;
  readonly by: string;
  readonly when: string;
}

/** Figures of several texts on one question. Plain data. */
export interface PublishedChart {
  readonly offset: number;
  readonly title: string;
  readonly unit: string;
  readonly points: readonly PublishedPoint[];
}

/** Prepare the events and charts of a document for its page. */
export function publishElements(
  { address, footnotes, events, charts }: Checked,
  { themes }: Pick<Corpus, 'themes'>,
): { readonly events: readonly PublishedEvent[]; readonly charts: readonly PublishedChart[] } {
  const published = <Text extends { footnotes: readonly string[] }>({ footnotes: identifiers, ...rest }: Text) => {
    const notes = footnotes
      .filter(({ identifier }) => identifiers.includes(identifier))
      .map(({ identifier, number }) => ({ number, href: `${address}#${noteId(identifier)}` }));
    return { ...rest, notes };
  };

  return {
    events: events.map((event) => ({
      ...published(event),
      href: `${address}#${event.id}`,
      label: event.label && curl(event.label),
      themes: event.themes.flatMap((slug) => {
        const theme = themes.find(({ document }) => document.slug === slug);
        return theme ? { slug, address: theme.address, label: theme.document.matter.label } : [];
      }),
    })),
    charts: charts.map((chart) => ({
      ...chart,
      title: curl(chart.title),
      points: chart.points.map((point) => ({ ...published(point), by: curl(point.by) })),
    })),
  };
}
