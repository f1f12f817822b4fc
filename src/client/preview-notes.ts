import { toolsOf } from './note-tools.ts';

/** In milliseconds: a pointer that only passes by opens nothing, and one that leaves has time to reach the note. */
const OPEN_AFTER = 120;
const CLOSE_AFTER = 250;

export interface Notes {
  readonly of: (opener: HTMLElement) => HTMLElement | undefined;
  /**
   * Make a place open the note of `opener` on hover, and keep it open on a click. The note covers the short form, if
   * one is in sight.
   */
  readonly openFrom: (place: HTMLElement, opener: HTMLButtonElement, shortForm?: HTMLElement) => void;
}

/**
 * Show the note of a reference under a fine pointer, in addition to what a click does without script: it then stays
 * until Escape or a click elsewhere, like any popover.
 */
export function previewNotes(prose: HTMLElement): Notes {
  // In a smaller window a note may cover its reference, and a click would hit what is in it.
  const canHover = matchMedia('(hover: hover) and (pointer: fine) and (min-width: 40rem) and (min-height: 30rem)');
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The note that closes when the pointer leaves. */
  let previewed: HTMLElement | undefined;
  /** The reference whose note is open. */
  let lit: HTMLElement | null = null;

  const of = (opener: HTMLElement) => document.getElementById(opener.getAttribute('popovertarget') ?? '') ?? undefined;
  const isOpen = (note: HTMLElement) => note.matches(':popover-open');

  const show = (note: HTMLElement, source: HTMLElement, shortForm: HTMLElement | undefined) => {
    clearTimeout(timer);
    if (isOpen(note) && lit === source.parentElement) return;
    // It may be open at another reference.
    note.hidePopover();
    const { top = 0, bottom = 0 } = shortForm?.getBoundingClientRect() ?? {};
    const isInSight = top >= 0 && bottom > 0 && bottom <= innerHeight;
    note.classList.toggle('beside', isInSight);
    for (const other of prose.querySelectorAll<HTMLElement>('.margin-note')) other.style.removeProperty('anchor-name');
    if (isInSight) shortForm?.style.setProperty('anchor-name', '--margin-note');
    note.querySelector('.tools')?.remove();
    note.append(toolsOf(source.parentElement, note));
    note.showPopover({ source });
    lit?.classList.remove('lit');
    lit = source.parentElement;
    lit?.classList.add('lit');
  };
  const close = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      previewed?.hidePopover();
      previewed = undefined;
    }, CLOSE_AFTER);
  };

  const openFrom: Notes['openFrom'] = (place, opener, shortForm) => {
    const note = of(opener);
    if (!note) return;
    place.addEventListener('pointerenter', () => {
      if (!canHover.matches) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isOpen(note) && lit === opener.parentElement) return;
        show(note, opener, shortForm);
        previewed = note;
      }, OPEN_AFTER);
    });
    place.addEventListener('pointerleave', close);
    place.addEventListener('click', (event) => {
      clearTimeout(timer);
      // A click keeps a note open that was opened on hover.
      if (event.defaultPrevented || (isOpen(note) && previewed !== note && place === opener)) return;
      event.preventDefault();
      previewed = undefined;
      show(note, opener, shortForm);
    });
  };

  for (const note of prose.querySelectorAll<HTMLElement>('.footnotes li[popover]')) {
    note.addEventListener('pointerenter', () => clearTimeout(timer));
    note.addEventListener('pointerleave', () => {
      if (previewed === note) close();
    });
    note.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'closed' && !prose.querySelector('.footnotes :popover-open'))
        lit?.classList.remove('lit');
    });
  }
  // On paper the note is in its place in the list.
  addEventListener('beforeprint', () => prose.querySelector<HTMLElement>(':popover-open')?.hidePopover());
  return { of, openFrom };
}
