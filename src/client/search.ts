import ownStyle from '#styles/search.css?url';

let dialog: Promise<HTMLDialogElement> | undefined;

/** Open the search dialog, which is loaded on first use; if that fails, go to the search page. */
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
  // In this order, so that our rules take precedence.
  const styles = ['/pagefind/pagefind-component-ui.css', ownStyle].map(loadStyle);

  // In a narrow window, open filters would push the results out of view.
  const isWide = matchMedia('(min-width: 50rem)').matches;
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', 'Search');
  // Contains no user input.
  element.innerHTML = `<form method="dialog"><button aria-label="Close">Close <kbd>Esc</kbd></button></form>
<pagefind-config bundle-path="/pagefind/" excerpt-length="40"></pagefind-config>
<pagefind-input placeholder="Words in articles and sources"></pagefind-input>
<div class="found"><pagefind-filter-pane open="${isWide ? 'kind,theme,source' : ''}"></pagefind-filter-pane>
<div><pagefind-summary default-message="Articles, themes, sources and rules are searched."></pagefind-summary>
<pagefind-results show-sub-results></pagefind-results></div></div>`;
  // Clicks hit the dialog itself only on its backdrop and padding.
  element.addEventListener('click', ({ target }) => {
    if (target === element) element.close();
  });
  const program = '/pagefind/pagefind-component-ui.js';
  await Promise.all([...styles, import(/* @vite-ignore */ program)]);
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
