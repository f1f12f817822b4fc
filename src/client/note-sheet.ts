import { make } from './make.ts';

/**
 * Under a finger, open all notes of a statement in one sheet: its numbers are too small and too close to each other to
 * be aimed at.
 */
export function openSheets(prose: HTMLElement): void {
  const isCoarse = matchMedia('(pointer: coarse)');
  const sheet = make('div', 'note-sheet');
  sheet.popover = 'auto';
  let cluster: Element | undefined;
  sheet.addEventListener('toggle', (event) => light((event as ToggleEvent).newState === 'open'));
  const light = (isLit: boolean) => {
    for (const reference of cluster?.querySelectorAll('.reference') ?? []) reference.classList.toggle('lit', isLit);
  };

  // Before the button under the finger opens its own note.
  prose.addEventListener('click', (event) => {
    const { target } = event;
    const tapped = target instanceof Element ? target.closest('.cluster') : null;
    if (!tapped || !isCoarse.matches) return;
    event.preventDefault();
    light(false);
    cluster = tapped;
    const openers = [...tapped.querySelectorAll('button')];
    sheet.replaceChildren(...openers.map((opener, index) => sectionOf(opener, index, openers.length, sheet)));
    prose.append(sheet);
    sheet.scrollTop = 0;
    const opener = target instanceof Element ? target.closest('button') : null;
    sheet.showPopover(opener ? { source: opener } : {});
    // Chosen by assistive technology, a number leads to its own note.
    const chosen = opener ? openers.indexOf(opener) : 0;
    if (chosen > 0) sheet.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, true);
}

function sectionOf(opener: HTMLButtonElement, index: number, of: number, sheet: HTMLElement): HTMLElement {
  const note = document.getElementById(opener.getAttribute('popovertarget') ?? '');
  const close = make('button', '', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => sheet.hidePopover());
  const bar = make('div', 'note-bar', make('b', '', `Note ${opener.textContent}`));
  if (of > 1) bar.append(`${index + 1} of ${of}`);
  bar.append(close);
  const copies = [...(note?.children ?? [])].slice(1).map((part) => part.cloneNode(true));
  return make('section', '', bar, ...copies);
}
