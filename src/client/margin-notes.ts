import { make } from './make.ts';
import type { Notes } from './preview-notes.ts';

/** Where there is a margin for notes, as in the style sheet of the reading page. */
const WIDE = matchMedia('(min-width: 60rem)');
/** Between two notes, in pixels. */
const GAP = 10;
/** Lines of quoted words in a note. */
const LINES = { most: 6, fewest: 3 };
/** About as many words fit into the fewest lines. */
const WORDS = 16;

interface Item {
  readonly element: HTMLElement;
  /** The first reference to the note. */
  readonly reference: HTMLElement;
}

/**
 * Show a short form of each note in the margin, next to its first reference or below the note before, clear of
 * anything wider than the text, with as many lines as there is room for. It is hidden from screen readers, which have
 * the note itself.
 */
export function showMarginNotes(prose: HTMLElement, notes: Notes): void {
  const shortForms = new Map<HTMLElement, HTMLElement>();
  const items: Item[] = [];
  const hasMargin = prose.matches('.has-margin');
  for (const opener of prose.querySelectorAll<HTMLButtonElement>('.reference button')) {
    const note = notes.of(opener);
    const reference = opener.parentElement;
    if (!note || !reference) continue;
    const known = shortForms.get(note);
    const element = known ?? (hasMargin ? shortForm(note, opener.textContent, statementOf(opener)) : undefined);
    notes.openFrom(opener, opener, element);
    if (!element || known) continue;
    shortForms.set(note, element);
    notes.openFrom(element, opener, element);
    items.push({ element, reference });
  }
  if (items.length === 0) return;
  const margin = make('div', 'margin-notes', ...items.map(({ element }) => element));
  margin.ariaHidden = 'true';
  margin.dataset['pagefindIgnore'] = '';
  prose.append(margin);

  const place = () => {
    margin.hidden = !WIDE.matches;
    if (WIDE.matches) placeItems(items, margin, obstaclesOf(prose, margin));
  };
  // At once, since a note that moves after it was painted is a shift.
  place();
  new ResizeObserver(place).observe(prose);
  WIDE.addEventListener('change', place);
}

function statementOf(opener: HTMLElement): string {
  return opener.closest('.statement')?.textContent ?? '';
}

/** The quoted words from those on that bear the statement: the ones that it shares. */
function bearing(quote: string, statement: string): string {
  const words = quote.split(/\s+/);
  const partsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]{3,}|\d+/gu) ?? [];
  const said = new Set(partsOf(statement));
  const weight = (part: string) => (!said.has(part) ? 0 : /\d/.test(part) ? 3 : 1);
  const shared = words.map((word) => partsOf(word).reduce((sum, part) => sum + weight(part), 0));
  const within = (from: number) => shared.slice(from, from + WORDS).reduce((sum, count) => sum + count, 0);
  const starts = [...words.keys()].slice(0, Math.max(1, words.length - WORDS + 1));
  const from = starts.reduce((best, start) => (within(start) > within(best) ? start : best), 0);
  return from === 0 ? quote : `… ${words.slice(from).join(' ')}`;
}

function shortForm(note: HTMLElement, number: string, statement: string): HTMLElement | undefined {
  const textsOf = (selector: string) => [...note.querySelectorAll(selector)].map((element) => element.textContent);
  const quotes = textsOf('.quoted q').map((quote) => `“${bearing(quote, statement).replace(/^["“]|["”]$/g, '')}”`);
  // The kind of speech first: names of sources may be cut off.
  const origins = new Set([...textsOf('.citation .mark'), ...textsOf('.citation .origin cite')]);
  if (quotes.length === 0) return undefined;
  const part = (className: string, text: string) => make('span', className, text);
  const words = part('words', quotes.join(' '));
  const quoted = note.querySelector<HTMLElement>('.quoted[dir]');
  if (quoted) Object.assign(words, { lang: quoted.lang, dir: quoted.dir });
  return make('div', 'margin-note', part('number', number), words, part('origin', [...origins].join('; ')));
}

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Whatever reaches into the margin, such as a wide table or the list of notes, from top to bottom. */
function obstaclesOf(prose: HTMLElement, margin: HTMLElement): Stretch[] {
  const { left } = margin.getBoundingClientRect();
  const { top } = prose.getBoundingClientRect();
  return [...prose.children]
    .filter((element) => element !== margin)
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.right > left)
    .map((box) => ({ top: box.top - top, bottom: box.bottom - top }));
}

function placeItems(items: readonly Item[], margin: HTMLElement, obstacles: readonly Stretch[]): void {
  const { top: origin } = margin.getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(margin).lineHeight);

  // Read all positions before moving anything, so that the browser computes the layout only once.
  for (const { element } of items) element.style.setProperty('--lines', String(LINES.most));
  const measured = items.map(({ element, reference }) => ({
    element,
    wanted: reference.getBoundingClientRect().top - origin - 4,
    lines: Math.round(element.offsetHeight / line),
  }));

  let free = 0;
  for (const [index, { element, wanted, lines }] of measured.entries()) {
    const start = Math.max(wanted, free);
    const next = measured[index + 1]?.wanted ?? Number.POSITIVE_INFINITY;
    // Down to the next note, except for one line with the name of the source.
    const room = Math.floor((next - start - GAP) / line) - 1;
    const words = Math.min(lines - 1, Math.max(LINES.fewest, room));
    const height = (words + 1) * line;
    const top = obstacles.reduce(
      (at, { top, bottom }) => (at < bottom && at + height > top ? bottom + GAP : at),
      start,
    );
    element.style.setProperty('--lines', String(words));
    element.style.insetBlockStart = `${top}px`;
    free = top + height + GAP;
  }
}
