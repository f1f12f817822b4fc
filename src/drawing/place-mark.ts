import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Placement } from './label-placement.ts';

/** A place that the texts name. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** Degrees, east and north. */
  readonly longitude: number;
  readonly latitude: number;
  /** A town is a dot; an area is a soft patch, which has no border to be right or wrong about. */
  readonly kind: 'town' | 'area';
  /** The way to its entry. */
  readonly href: string;
  /** How many statements are about it. Said, not drawn: marks are alike. */
  readonly statements: number;
}

/** Of a mark, in em, so that it goes with its letters. */
export const RADIUS = { town: 0.22, area: 0.85 } as const;

/** Put mark and name into one link, so that one can hit either; the title is what the link is called. */
export function linkedMark(place: MapPlace, label: Placement, patch: string): Element {
  const { name, kind, href, statements } = place;
  return s('a', { className: [kind], href }, [
    s('title', `${name}: ${statements} ${statements === 1 ? 'statement' : 'statements'}`),
    s('circle', {
      cx: tenths(label.name.x),
      cy: tenths(label.name.y),
      r: em(RADIUS[kind]),
      fill: kind === 'area' ? `url(#${patch})` : undefined,
    }),
    nameText(label),
  ]);
}

/** Set a name beside its point, in em from it. */
export function nameText({ name, anchor, dx, dy }: Placement, className?: string): Element {
  return s(
    'text',
    {
      className,
      x: tenths(name.x),
      y: tenths(name.y),
      dx: dx === 0 ? undefined : em(dx),
      dy: em(dy),
      textAnchor: anchor === 'start' ? undefined : anchor,
    },
    name.text,
  );
}

/** The fill of an area: full in the middle, nothing at the edge. */
export function patchFill(id: string): Element {
  return s('radialGradient', { id }, [
    s('stop', { offset: 0, stopColor: 'currentColor', stopOpacity: 0.55 }),
    s('stop', { offset: 0.4, stopColor: 'currentColor', stopOpacity: 0.4 }),
    s('stop', { offset: 1, stopColor: 'currentColor', stopOpacity: 0 }),
  ]);
}

function tenths(units: number): number {
  return Math.round(10 * units) / 10;
}

function em(value: number): string {
  return `${Math.round(100 * value) / 100}em`;
}
