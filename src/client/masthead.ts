import { openSearch, openSearchPage } from './search.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;
/** Of the paper, around which browsers draw their bars. */
const COLORS = { light: '#fbf9f4', dark: '#10171d' };

/** Open search in a dialog, and let readers choose a color scheme. */
export function initMasthead(): void {
  bindSearch();
  bindScheme();
}

function bindSearch(): void {
  const page = document.querySelector<HTMLElement>('main .search-view');
  if (page) {
    void openSearchPage(page);
    return;
  }
  const search = document.querySelector<HTMLAnchorElement>(`.masthead a[href="${import.meta.env.BASE_URL}search/"]`);
  search?.addEventListener('click', (event) => {
    // These open a new window or tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
  });
  addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
    if (!isSlash && !(key === 'k' && (ctrlKey || metaKey))) return;
    event.preventDefault();
    openSearch();
  });
}

/** Show the button, which is hidden in the page, since it works only with script. */
function bindScheme(): void {
  const button = document.querySelector<HTMLButtonElement>('.scheme');
  if (!button) return;
  const chosen = () => SCHEMES.find((scheme) => scheme === localStorage.getItem('scheme')) ?? 'auto';
  const update = () => {
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const own = meta.media.includes('dark') ? 'dark' : 'light';
      meta.content = COLORS[chosen() === 'auto' ? own : (chosen() as keyof typeof COLORS)];
    }
    button.textContent = `Colours: ${chosen()}`;
  };
  button.addEventListener('click', () => {
    const next = SCHEMES[(SCHEMES.indexOf(chosen()) + 1) % SCHEMES.length] ?? 'auto';
    if (next === 'auto') localStorage.removeItem('scheme');
    else localStorage.setItem('scheme', next);
    document.documentElement.style.colorScheme = next === 'auto' ? '' : next;
    update();
  });
  button.hidden = false;
  update();
}
