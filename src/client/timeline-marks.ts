import { make } from './make.ts';

/** Half the width of a finger, in CSS pixels. */
const FINGER = 22;

/**
 * Show the event of a mark when it is pointed at, focused or tapped, with a link to it. Without script, a mark has a
 * tooltip and leads to its event.
 */
export function describeMarks(timeline: Element): void {
  const card = make('div', 'sheet small');
  card.popover = 'manual';
  // An element of a drawing cannot be an anchor; this one is laid over it.
  const place = make('span', 'mark-place');
  timeline.after(place, card);
  const hide = () => card.hidePopover();
  const show = (mark: SVGAElement, when: string, what: string) => {
    const link = make('a', 'read', 'Go to the event');
    link.href = mark.href.baseVal;
    link.addEventListener('click', hide);
    const close = make('button', '', 'Close');
    close.addEventListener('click', hide);
    const bar = make('div', 'note-bar', make('b', '', when), close);
    card.replaceChildren(bar, make('p', '', what), make('div', 'act', link));
    const [at, from] = [mark, timeline].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
    place.style.left = `${at.left - from.left}px`;
    place.style.top = `${at.top - from.top}px`;
    place.style.width = `${at.width}px`;
    place.style.height = `${at.height}px`;
    card.showPopover();
  };

  const taps: { readonly mark: SVGAElement; readonly open: () => void }[] = [];
  for (const mark of timeline.querySelectorAll<SVGAElement>('.mark')) {
    const title = mark.querySelector('title');
    const [, when = '', what = ''] = /^(.*?): (.*)$/s.exec(title?.textContent ?? '') ?? [];
    mark.setAttribute('aria-label', `${when}: ${what}`);
    // It would cover the card.
    title?.remove();
    const own = () => show(mark, when, what);
    mark.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && own());
    mark.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && hide());
    mark.addEventListener('focus', own);
    mark.addEventListener('blur', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hide();
    });
    taps.push({ mark, open: own });
  }
  // A finger cannot point without tapping, and is wider than a mark.
  timeline.addEventListener('click', (event) => {
    if (!matchMedia('(hover: none)').matches) return;
    const at = event as MouseEvent;
    const distances = taps.map(({ mark, open }) => ({ open, from: distance(mark.getBoundingClientRect(), at) }));
    const [nearest] = distances.toSorted((a, b) => a.from - b.from);
    if (!nearest || nearest.from > FINGER) return;
    event.preventDefault();
    nearest.open();
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !target.closest('.mark') && !card.contains(target)) hide();
  });
}

/** From the edge of a box to a point, in CSS pixels. */
function distance(box: DOMRect, { clientX, clientY }: MouseEvent): number {
  const beyond = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);
  return Math.hypot(beyond(clientX, box.left, box.right), beyond(clientY, box.top, box.bottom));
}
