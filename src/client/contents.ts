/** Mark the section that is being read in the contents: the last one that begins above the upper third of the window. */
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

  let isWaiting = false;
  const later = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  mark();
}
