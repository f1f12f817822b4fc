import ownStyle from '#styles/search.css?url';
import { make } from './make.ts';
import { SEARCH_FORM } from './search-form.ts';

let dialog: HTMLDialogElement | undefined;

/** Open the search dialog, whose program is loaded on first use; if that fails, go to the search page. */
export function openSearch(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.focus();
  input?.select();
}

function makeDialog(): HTMLDialogElement {
  const style = make('link', '');
  style.rel = 'stylesheet';
  style.href = ownStyle;
  document.head.append(style);

  const root = make('div', 'search-view');
  root.innerHTML = SEARCH_FORM;
  const close = make('button', '', 'Close');
  const element = make('dialog', 'search-dialog', make('form', 'closing', close), root);
  element.querySelector('form')?.setAttribute('method', 'dialog');
  element.ariaLabel = 'Search';
  element.addEventListener('click', ({ target }) => {
    // Clicks hit the dialog itself only on its backdrop and padding; a link may lead to a place on this page.
    if (target === element || (target instanceof Element && target.closest('a'))) element.close();
  });
  document.body.append(element);
  import('./search-view.ts').then(
    ({ startSearch }) => startSearch(root, () => undefined),
    () => location.assign(`${import.meta.env.BASE_URL}search/`),
  );
  return element;
}

/** Search on the search page for the words in its address, and keep them there. */
export async function openSearchPage(root: HTMLElement): Promise<void> {
  const { startSearch } = await import('./search-view.ts');
  const query = new URLSearchParams(location.search).get('q') ?? '';
  const input = root.querySelector('input');
  if (input && query !== '') input.value = query;
  startSearch(root, (words) => {
    history.replaceState(history.state, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`);
  });
}
