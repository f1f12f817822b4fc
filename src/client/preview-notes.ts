/** In milliseconds: long enough that a pointer on its way elsewhere opens nothing, and that it can reach the note. */
const OPEN_AFTER = 120;
const CLOSE_AFTER = 250;

/** How a note is opened from a place, and told that the pointer has left. */
export interface Notes {
  readonly of: (opener: HTMLElement) => HTMLElement | undefined;
  /** Make a place open a note under the pointer, and keep it open by a click. `beside`: what the note then lies on. */
  readonly openFrom: (place: HTMLElement, opener: HTMLButtonElement, beside?: HTMLElement) => void;
}

/**
 * Show the note of a reference under a fine pointer, beside what a click does without script: then it stays until Escape
 * or a click elsewhere, as every popover does.
 */
export function previewNotes(prose: HTMLElement): Notes {
  const canHover = matchMedia('(hover: hover) and (pointer: fine)');
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The note that only the pointer holds open. */
  let previewed: HTMLElement | undefined;

  const of = (opener: HTMLElement) => document.getElementById(opener.getAttribute('popovertarget') ?? '') ?? undefined;
  const isOpen = (note: HTMLElement) => note.matches(':popover-open');

  const show = (note: HTMLElement, source: HTMLElement, beside: HTMLElement | undefined) => {
    clearTimeout(timer);
    if (isOpen(note)) return;
    note.classList.toggle('beside', beside !== undefined);
    for (const other of prose.querySelectorAll<HTMLElement>('.margin-note')) other.style.removeProperty('anchor-name');
    beside?.style.setProperty('anchor-name', '--margin-note');
    note.showPopover({ source });
  };
  const close = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      previewed?.hidePopover();
      previewed = undefined;
    }, CLOSE_AFTER);
  };

  const openFrom: Notes['openFrom'] = (place, opener, beside) => {
    const note = of(opener);
    if (!note) return;
    place.addEventListener('pointerenter', () => {
      if (!canHover.matches) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isOpen(note)) return;
        show(note, opener, beside);
        previewed = note;
      }, OPEN_AFTER);
    });
    place.addEventListener('pointerleave', close);
    place.addEventListener('click', (event) => {
      clearTimeout(timer);
      // What the pointer has opened is kept, not closed.
      if (isOpen(note) && previewed !== note && place === opener) return;
      event.preventDefault();
      previewed = undefined;
      show(note, opener, beside);
    });
  };

  for (const note of prose.querySelectorAll<HTMLElement>('.footnotes li[popover]')) {
    note.addEventListener('pointerenter', () => clearTimeout(timer));
    note.addEventListener('pointerleave', () => {
      if (previewed === note) close();
    });
    note.addEventListener('toggle', (event) => {
      const isNowOpen = (event as ToggleEvent).newState === 'open';
      for (const opener of prose.querySelectorAll(`[popovertarget="${note.id}"]`))
        opener.parentElement?.classList.toggle('lit', isNowOpen);
    });
  }
  return { of, openFrom };
}
