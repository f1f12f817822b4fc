import ownStyle from '#styles/search.css?url';

let dialog: Promise<HTMLDialogElement> | undefined;

/** Open the search dialog. Nothing of it is loaded before; where that fails, the page of search does it. */
export async function openSearch(): Promise<void> {
  try {
    dialog ??= makeDialog();
    const element = await dialog;
    if (!element.open) element.showModal();
    const input = element.querySelector('input');
    input?.focus();
    input?.select();
  } catch {
    location.assign('/search/');
  }
}

async function makeDialog(): Promise<HTMLDialogElement> {
  // In this order: ours decides.
  const areStyled = ['/pagefind/pagefind-component-ui.css', ownStyle].map(loadStyle);

  // On a narrow window the results would be pushed out of it.
  const isWide = matchMedia('(min-width: 50rem)').matches;
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', 'Search');
  // Nothing that anyone wrote is in it.
  element.innerHTML = `<form method="dialog"><button aria-label="Close">Close <kbd>Esc</kbd></button></form>
<pagefind-config bundle-path="/pagefind/" excerpt-length="40"></pagefind-config>
<pagefind-input placeholder="Words in articles and sources"></pagefind-input>
<div class="found"><pagefind-filter-pane open="${isWide ? 'kind,theme,source' : ''}"></pagefind-filter-pane>
<div><pagefind-summary default-message="Articles, themes, sources and rules are searched."></pagefind-summary>
<pagefind-results show-sub-results></pagefind-results></div></div>`;
  // A click outside: the dialog itself is hit only there, since its content fills it.
  element.addEventListener('click', ({ target }) => {
    if (target === element) element.close();
  });
  const program = '/pagefind/pagefind-component-ui.js';
  await Promise.all([...areStyled, import(/* @vite-ignore */ program)]);
  document.body.append(element);
  return element;
}

function loadStyle(href: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
}
