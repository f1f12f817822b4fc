import { make } from './make.ts';
import { toolsOf } from './note-tools.ts';

/** Between a statement and the sheet below it, and the least room for a statement above the sheet, in CSS pixels. */
const BETWEEN = 12;
const ROOM = 80;

/**
 * Under a finger, open all notes of a statement in one sheet: its numbers are too small and too close to each other to
 * be aimed at.
 */
export function openSheets(prose: HTMLElement): void {
  const isCoarse = matchMedia('(pointer: coarse)');
  const sheet = make('div', 'sheet');
  sheet.popover = 'auto';
  let cluster: Element | undefined;
  sheet.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') light(false);
  });
  const light = (isLit: boolean) => {
    for (const reference of cluster?.querySelectorAll('.reference') ?? []) reference.classList.toggle('lit', isLit);
  };

  const open = (tapped: Element, opener: HTMLButtonElement | null) => {
    light(false);
    cluster = tapped;
    const openers = [...tapped.querySelectorAll('button')];
    sheet.replaceChildren(...openers.map((opener, index) => sectionOf(opener, index, openers.length, sheet)));
    prose.append(sheet);
    sheet.scrollTop = 0;
    sheet.showPopover(opener ? { source: opener } : {});
    light(true);
    uncover(tapped, sheet);
    // Chosen by assistive technology, a number leads to its own note.
    const chosen = opener ? openers.indexOf(opener) : 0;
    if (chosen > 0) sheet.children[chosen]?.scrollIntoView();
  };

  // On each, since browsers give a finger between two things to the one that listens.
  for (const each of prose.querySelectorAll('.cluster')) {
    each.addEventListener(
      'click',
      (event) => {
        if (!isCoarse.matches) return;
        // Before the button under the finger opens its own note.
        event.preventDefault();
        open(each, event.target instanceof Element ? event.target.closest('button') : null);
      },
      true,
    );
  }
}

/** Scroll the end of a statement above the sheet, if that leaves room for it. */
function uncover(cluster: Element, sheet: HTMLElement): void {
  const { top } = sheet.getBoundingClientRect();
  const hidden = cluster.getBoundingClientRect().bottom + BETWEEN - top;
  if (hidden <= 0 || top < ROOM) return;
  scrollBy({ top: hidden, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
}

function sectionOf(opener: HTMLButtonElement, index: number, of: number, sheet: HTMLElement): HTMLElement {
  const note = document.getElementById(opener.getAttribute('popovertarget') ?? '');
  const close = make('button', '', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => sheet.hidePopover());
  const bar = make('div', 'note-bar', make('b', '', `Note ${opener.textContent}`));
  if (of > 1) bar.append(`${index + 1} of ${of}`);
  bar.append(close);
  const own = [...(note?.children ?? [])].filter((part) => !part.matches('.note-bar, .tools'));
  const copies = own.map((part) => part.cloneNode(true));
  const section = make('section', '', bar, ...copies);
  section.append(toolsOf(opener.parentElement, section));
  return section;
}
