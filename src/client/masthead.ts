import { openSearch } from './search.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Open search over the page, and let readers choose light or dark: of no use without script, and hidden without it. */
export function openMasthead(): void {
  bindSearch();
  bindScheme();
}

function bindSearch(): void {
  const search = document.querySelector<HTMLAnchorElement>('.masthead a[href="/search/"]');
  search?.addEventListener('click', (event) => {
    // A new window or tab has the page of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || location.pathname === '/search/') return;
    event.preventDefault();
    void openSearch();
  });
  addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
    const isAsked =
      (key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping) || (key === 'k' && (ctrlKey || metaKey));
    if (!isAsked || location.pathname === '/search/') return;
    event.preventDefault();
    void openSearch();
  });
}

function bindScheme(): void {
  const button = document.querySelector<HTMLButtonElement>('.scheme');
  const chosen = () => SCHEMES.find((scheme) => scheme === localStorage.getItem('scheme')) ?? 'auto';
  const name = () => {
    if (button) button.textContent = `Colours: ${chosen()}`;
  };
  button?.addEventListener('click', () => {
    const next = SCHEMES[(SCHEMES.indexOf(chosen()) + 1) % SCHEMES.length] ?? 'auto';
    if (next === 'auto') localStorage.removeItem('scheme');
    else localStorage.setItem('scheme', next);
    document.documentElement.style.colorScheme = next === 'auto' ? '' : next;
    name();
  });
  if (button) button.hidden = false;
  name();
}
