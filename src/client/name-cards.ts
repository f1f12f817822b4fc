import { make } from './make.ts';

/** In milliseconds: a pointer that only passes by asks for nothing. */
const OPEN_AFTER = 250;

const pages = new Map<string, Promise<Document>>();

/**
 * Show who or what a linked name is under a fine pointer, from the page that its link leads to.
 *
 * @param first The link that the pointer is on.
 */
export function showNameCards(prose: HTMLElement, first: HTMLAnchorElement): void {
  const card = make('div', 'sheet small');
  card.popover = 'manual';
  prose.append(card);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: HTMLAnchorElement | undefined;
  const hide = () => {
    clearTimeout(timer);
    current?.style.removeProperty('anchor-name');
    current = undefined;
    card.hidePopover();
  };
  const show = async (link: HTMLAnchorElement) => {
    current = link;
    const words = entryIn(await pageAt(link.pathname), decodeURIComponent(link.hash.slice(1)));
    if (words.length === 0 || current !== link) return;
    card.replaceChildren(make('b', '', link.textContent), ...words.map((text) => make('p', '', text)));
    link.style.setProperty('anchor-name', '--name');
    card.style.setProperty('position-anchor', '--name');
    card.showPopover();
  };

  for (const link of prose.querySelectorAll<HTMLAnchorElement>('a.name')) {
    const showSoon = () => {
      timer = setTimeout(() => void show(link).catch(hide), OPEN_AFTER);
    };
    link.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && showSoon());
    if (link === first && link.matches(':hover')) showSoon();
    link.addEventListener('pointerleave', hide);
  }
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
}

function pageAt(path: string): Promise<Document> {
  const known =
    pages.get(path) ??
    fetch(path)
      .then((response) => response.text())
      .then((html) => new DOMParser().parseFromString(html, 'text/html'));
  pages.set(path, known);
  return known;
}

/** The first paragraph of an entry and how often it is named; an event; or what a source is. */
function entryIn(page: Document, id: string): string[] {
  for (const cluster of page.querySelectorAll('.cluster')) cluster.remove();
  const entry = page.getElementById(id);
  const first = entry?.matches('.event') ? entry.querySelector('.told') : entry?.nextElementSibling;
  const texts = id === '' ? [page.querySelector('.facts')] : [first, statementsAfter(entry)];
  return texts.flatMap((element) => element?.textContent?.trim() ?? []);
}

function statementsAfter(entry: Element | null): Element | null {
  let next = entry?.nextElementSibling ?? null;
  while (next && !next.matches('h2, h3, .statements')) next = next.nextElementSibling;
  return next?.querySelector('summary') ?? null;
}
