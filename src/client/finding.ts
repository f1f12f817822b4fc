/** Lead readers who ask for a finding, by `?one#findings` on the home page, to one of those there, not the last again. */
export function showFindings(): void {
  addEventListener('hashchange', showOne);
  showOne();
}

function showOne(): void {
  if (`${location.search}${location.hash}` !== '?one#findings') return;
  // It stays open over the page that it was opened on.
  document.querySelector<HTMLElement>('.menu:popover-open')?.hidePopover();
  const before = sessionStorage.getItem('finding');
  const findings = [...document.querySelectorAll('.findings > ul > li')];
  const ids = findings
    .flatMap((finding) => finding.querySelector('.reference')?.id ?? [])
    .filter((id) => id !== before);
  const id = ids[Math.floor(Math.random() * ids.length)];
  if (id === undefined) return;
  sessionStorage.setItem('finding', id);
  location.replace(`#${id}`);
}
