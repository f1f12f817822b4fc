import { count } from '#text/count.ts';
import { make } from './make.ts';
import { type Query, readQuery, readVocabulary, replaceWord, type Vocabulary } from './search-words.ts';

/** What is used of the search program. */
interface Pagefind {
  search(
    words: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<Result> }[] }>;
  filters(): Promise<Record<string, Record<string, number>>>;
}

interface Part {
  readonly url: string;
  readonly title: string;
  /** HTML, in which the words found are in `mark`. */
  readonly excerpt: string;
}

interface Result extends Omit<Part, 'title'> {
  readonly meta: { readonly title: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly Part[];
}

/** Pages that are shown at once, and parts of each. */
const PAGES = 8;
const PARTS = 3;
const FILTERS = ['kind', 'theme', 'source'];

/** Search in `root`, which has the form, as words are typed. Returns a function to search for other words. */
export function startSearch(root: HTMLElement, onQuery: (query: string) => void): (query: string) => void {
  const [form, input, filters, status, list] = ['search', 'input', '.filters', '.found', '.results'].map((selector) =>
    root.querySelector<HTMLElement>(selector),
  ) as [HTMLElement, HTMLInputElement, HTMLDetailsElement, HTMLElement, HTMLElement];
  const loading = load();
  loading.then(
    ({ pagefind }) => addFilters(pagefind, filters),
    () => undefined,
  );

  let latest = 0;
  const update = async () => {
    latest += 1;
    const own = latest;
    const query = input.value.trim();
    const chosen = [...filters.querySelectorAll('select')].flatMap(({ name, value }) => (value ? [[name, value]] : []));
    onQuery(query);
    if (query === '' && chosen.length === 0) return show('Articles, themes, sources and rules are searched.');
    status.textContent = 'Searching…';
    try {
      const { pagefind, vocabulary } = await loading;
      const read = readQuery(query, vocabulary);
      if (read.missing.length > 0) return own === latest && show(...absence(query, read, search));
      const { results } = await pagefind.search(read.words || null, { filters: Object.fromEntries(chosen) });
      const pages = await Promise.all(results.slice(0, PAGES).map((result) => result.data()));
      if (own !== latest) return;
      show(results.length === 0 ? 'No page has all of these words.' : count(results.length, 'page'));
      list.append(...pages.map(itemOf));
      if (results.length > PAGES) list.append(moreOf(results.slice(PAGES), list));
    } catch {
      show('Search could not be loaded; it needs the built site. Try again, or use the menus above.');
    }
  };
  const show = (...words: (Node | string)[]) => {
    status.replaceChildren(...words);
    list.replaceChildren();
  };
  const search = (query: string) => {
    input.value = query;
    void update();
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(update, 120);
  });
  filters.open = matchMedia('(min-width: 50rem)').matches;
  void update();
  return search;
}

async function load(): Promise<{ pagefind: Pagefind; vocabulary: Vocabulary }> {
  const program = `${import.meta.env.BASE_URL}pagefind/pagefind.js`;
  const [pagefind, words] = await Promise.all([
    import(/* @vite-ignore */ program) as Promise<Pagefind>,
    fetch(`${import.meta.env.BASE_URL}pagefind/words.txt`).then((response) => response.text()),
  ]);
  return { pagefind, vocabulary: readVocabulary(words) };
}

async function addFilters(pagefind: Pagefind, filters: HTMLElement): Promise<void> {
  const all = await pagefind.filters();
  for (const name of FILTERS) {
    const select = make('select', '', make('option', '', `any ${name}`));
    select.name = name;
    select.ariaLabel = name;
    for (const [value, pages] of Object.entries(all[name] ?? {})) {
      const option = make('option', '', `${value} (${pages})`);
      option.value = value;
      select.append(option);
    }
    (select.firstElementChild as HTMLOptionElement).value = '';
    filters.append(select);
  }
}

/** Say which words no page has, and what may have been meant. */
function absence(query: string, { words, missing }: Query, search: (query: string) => void): (Node | string)[] {
  const button = (words: string, then: string) => {
    const element = make('button', 'meant', words);
    element.type = 'button';
    element.addEventListener('click', () => search(then));
    return element;
  };
  const lines = missing.map(({ word, meant }) => {
    const line = make('span', 'line', `No page has “${word}”. `);
    for (const [index, other] of meant.entries())
      line.append(index === 0 ? 'Did you mean ' : ', ', button(other, replaceWord(query, word, other)));
    if (meant.length > 0) line.append('?');
    return line;
  });
  const themes = [...document.querySelectorAll('.menu [data-theme] .head')].map((link) => link.cloneNode(true));
  if (words === '') lines.push(make('span', 'line', 'The themes: ', ...themes.flatMap((theme) => [theme, ' '])));
  else lines.push(make('span', 'line', 'Search for ', button(words, words), ' alone.'));
  return lines;
}

function itemOf({ url, meta, excerpt, filters, sub_results: parts }: Result): HTMLElement {
  const kind = [...(filters['kind'] ?? []), ...(filters['theme'] ?? [])].join(', ');
  const item = make('li', '', linkTo(url, meta.title), make('span', 'kind small quiet', kind), excerptOf(excerpt));
  const below = parts.filter((part) => part.url !== url).slice(0, PARTS);
  if (below.length > 0) {
    const list = below.map((part) => make('li', '', linkTo(part.url, part.title), excerptOf(part.excerpt)));
    item.append(make('ul', 'plain-list', ...list));
  }
  return item;
}

function moreOf(results: readonly { data(): Promise<Result> }[], list: HTMLElement): HTMLElement {
  const button = make('button', 'meant', `Show ${count(results.length, 'more page')}`);
  const item = make('li', '', button);
  button.type = 'button';
  button.addEventListener('click', async () => {
    const pages = await Promise.all(results.map((result) => result.data()));
    item.remove();
    list.append(...pages.map(itemOf));
  });
  return item;
}

function linkTo(url: string, title: string): HTMLElement {
  const link = make('a', '', title);
  link.href = url;
  return link;
}

/** Only the marks are kept of the markup. */
function excerptOf(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const pieces = [...body.childNodes].map(({ nodeName, textContent }) =>
    nodeName === 'MARK' ? make('mark', '', textContent ?? '') : (textContent ?? ''),
  );
  return make('p', '', ...pieces);
}
