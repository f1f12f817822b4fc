import type { Notes } from './preview-notes.ts';

/** From here on there is a margin for notes, as in the style sheet of the reading page. */
const WIDE = matchMedia('(min-width: 70rem)');

/** In pixels, between two notes. */
const GAP = 10;
/** The most lines of quoted words that a note in the margin has, and the fewest. */
const LINES = { most: 5, fewest: 1 };

interface Item {
  readonly element: HTMLElement;
  /** The first reference to the note. */
  readonly reference: HTMLElement;
}

/**
 * Set a short form of each note into the margin, at the line of its first reference: below the one before, past whatever is
 * wider than the text, with as many lines as there is room for. It is for the eye and the pointer alone; the note itself
 * stands in the list and opens at its reference.
 */
export function showMarginNotes(prose: HTMLElement, notes: Notes): void {
  const margin = document.createElement('div');
  margin.className = 'margin-notes';
  margin.ariaHidden = 'true';
  margin.dataset['pagefindIgnore'] = '';

  const seen = new Set<HTMLElement>();
  const items: Item[] = [];
  for (const opener of prose.querySelectorAll<HTMLButtonElement>('.reference button')) {
    const note = notes.of(opener);
    const reference = opener.parentElement;
    if (!note || !reference) continue;
    const isFirst = !seen.has(note);
    seen.add(note);
    const element = isFirst ? shortForm(note, opener.textContent) : undefined;
    notes.openFrom(opener, opener, undefined);
    if (!element) continue;
    notes.openFrom(element, opener, element);
    items.push({ element, reference });
  }
  if (items.length === 0) return;
  margin.append(...items.map(({ element }) => element));
  prose.append(margin);

  const place = () => {
    margin.hidden = !WIDE.matches;
    if (WIDE.matches) placeItems(items, margin, obstaclesOf(prose, margin));
  };
  new ResizeObserver(place).observe(prose);
  WIDE.addEventListener('change', place);
}

function shortForm(note: HTMLElement, number: string): HTMLElement | undefined {
  const quotes = [...note.querySelectorAll('.citation q')].map((quote) => quote.textContent);
  // What kind of words they are comes before where they stand.
  const origins = new Set([...note.querySelectorAll('.citation .mark')].map((mark) => mark.textContent));
  for (const cite of note.querySelectorAll('.citation .origin cite')) origins.add(cite.textContent);
  if (quotes.length === 0) return undefined;
  const element = document.createElement('div');
  element.className = 'margin-note';
  const part = (className: string, text: string) => {
    const span = document.createElement('span');
    span.className = className;
    span.textContent = text;
    return span;
  };
  element.append(
    part('number', number),
    part('words', quotes.map((quote) => (/^["“]/.test(quote) ? quote : `“${quote}”`)).join(' ')),
    part('origin', [...origins].join('; ')),
  );
  return element;
}

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** What reaches into the margin, such as a wide table, and the list of notes, from top to bottom. */
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
  const wanted = items.map(({ reference }) => reference.getBoundingClientRect().top - origin - 4);
  const line = Number.parseFloat(getComputedStyle(margin).lineHeight);

  // All heights are read before anything is moved: the browser lays the page out once.
  for (const { element } of items) element.style.setProperty('--lines', String(LINES.most));
  const full = items.map(({ element }) => Math.round(element.offsetHeight / line));

  let free = 0;
  for (const [index, { element }] of items.entries()) {
    const start = Math.max(wanted[index] ?? 0, free);
    const lines = full[index] ?? 2;
    // As far as the next note that has to stand below; with one line of the source's name.
    const room = Math.floor(((wanted[index + 1] ?? Number.POSITIVE_INFINITY) - start - GAP) / line) - 1;
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
