import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PublishedRun } from '#corpus/publish-source.ts';
import { findSuspicious } from '#text/suspicious.ts';

/**
 * Set one line of a source: every character as it stands, no space added or lost; one that is not seen is named in a box. Each run has the ids of its passages as
 * classes; where a passage starts, an empty element is the place to land on.
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

/** Name each character that would not be seen, or would change how others are, in a box in its place. */
function visible(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let from = 0;
  for (const { name, start, end } of findSuspicious(text)) {
    if (start > from) pieces.push({ type: 'text', value: text.slice(from, start) });
    pieces.push(h('span', { className: ['unseen'], dataPagefindIgnore: '' }, name));
    from = end;
  }
  return from < text.length ? [...pieces, { type: 'text', value: text.slice(from) }] : pieces;
}

type Slip = NonNullable<PublishedRun['slip']>;

/** List the slips of a line, each once: one can lie in several runs, where a passage begins inside it. */
export function slipsOf(runs: readonly PublishedRun[]): Slip[] {
  const slips = runs.flatMap(({ slip }) => slip ?? []);
  return slips.filter((slip, index) => slips.findIndex((other) => isSame(slip, other)) === index);
}

/** Say what is printed, what it should be read as, how sure that is, and what decides it. */
export function slipGloss({ printed, read, certainty, note }: Slip): ElementContent[] {
  return [
    { type: 'text', value: 'Printed ' },
    h('q', printed),
    ...(read === undefined ? [] : [{ type: 'text' as const, value: ', read ' }, h('em', read)]),
    { type: 'text', value: ` (${certainty})${note === undefined ? '' : `: ${note}`}` },
  ];
}

function isSame(a: Slip, b: Slip): boolean {
  return a.printed === b.printed && a.read === b.read && a.note === b.note;
}
