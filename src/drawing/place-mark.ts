import type { Element } from 'hast';
import { s } from 'hastscript';
import { count } from '#text/count.ts';
import type { MapLabel } from './frame.ts';
import type { Placement } from './label-placement.ts';

/** A place that the texts name. */
export interface MapPlace extends MapLabel {
  readonly id: string;
  /** A town is a dot; an area is a soft patch, which has no border to be right or wrong about. */
  readonly kind: 'town' | 'area';
  /** The address of its entry. */
  readonly href: string;
  /** The number of statements about it, for the title only: all marks look alike. */
  readonly statements: number;
}

/** The radius of a mark in em, so that it scales with the letters. */
export const RADIUS = { town: 0.22, area: 0.85 } as const;

/** Draw mark and name as one link; its title is its accessible name. */
export function linkedMark(place: MapPlace, placement: Placement, patch: string): Element {
  const { name, kind, href, statements } = place;
  const { x, y } = placement.name;
  const fill = kind === 'area' ? `url(#${patch})` : undefined;
  return s('a', { className: [kind], href }, [
    s('title', `${name}: ${count(statements, 'statement')}`),
    s('circle', { cx: tenths(x), cy: tenths(y), r: em(RADIUS[kind]), fill }),
    nameText(placement),
  ]);
}

export function nameText({ name, anchor, dx, dy }: Placement, className?: string): Element {
  const position = { x: tenths(name.x), y: tenths(name.y), dx: dx === 0 ? undefined : em(dx), dy: em(dy) };
  const textAnchor = anchor === 'start' ? undefined : anchor;
  return s('text', { className, ...position, textAnchor }, name.text);
}

/** The fill of an area, fading towards its edge. */
export function patchFill(id: string): Element {
  const stop = (offset: number, stopOpacity: number) => s('stop', { offset, stopColor: 'currentColor', stopOpacity });
  return s('radialGradient', { id }, [stop(0, 0.55), stop(0.4, 0.4), stop(1, 0)]);
}

function tenths(units: number): number {
  return Math.round(10 * units) / 10;
}

function em(value: number): string {
  return `${Math.round(100 * value) / 100}em`;
}
