/**
 * Mark the current section in the table of contents: the last one that begins in the upper third of the window or
 * above.
 */
export function followSections(links: Iterable<HTMLAnchorElement>): void {
  const sections = [...links].flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    const last = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3);
    if (last?.link === current) return;
    current?.removeAttribute('aria-current');
    current = last?.link;
    current?.setAttribute('aria-current', 'true');
  };

  let frame = 0;
  const markSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  addEventListener('scroll', markSoon, { passive: true });
  addEventListener('resize', markSoon);
  mark();
}
