/**
 * The editor's bar on pages of `astro dev`: what the page rests on and what is missing, each place a way into the editor. It
 * is never part of a build. Its data comes from the dev server over the channel of Vite's hot reloading, and comes anew after
 * every check.
 */
import type { PageState } from '#corpus/page-state.ts';

const STYLE = `
:host { position: fixed; inset-inline-start: 0.75rem; inset-block-end: 0.75rem; z-index: 2147483000; max-inline-size: min(36rem, calc(100vw - 1.5rem)); font: 13px/1.45 ui-sans-serif, system-ui, sans-serif; color: #f3f1ec; }
@media print { :host { display: none; } }
details { background: #1c2126; border: 1px solid #49525b; border-radius: 6px; box-shadow: 0 4px 18px rgb(0 0 0 / 0.3); }
summary { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; padding: 0.4rem 0.75rem; cursor: pointer; list-style: none; border-radius: 6px; }
summary::-webkit-details-marker { display: none; }
summary:focus-visible, button:focus-visible { outline: 2px solid #8ecbff; outline-offset: 1px; }
.body { max-block-size: min(60vh, 32rem); overflow: auto; overscroll-behavior: contain; padding: 0 0.75rem 0.6rem; border-block-start: 1px solid #49525b; }
h2 { margin: 0.7rem 0 0.2rem; font-size: 12px; font-weight: 600; color: #b9c2ca; }
p { margin: 0.3rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 0.25rem 0; border-block-end: 1px solid #31383f; overflow-wrap: anywhere; }
button { padding: 0; border: 0; background: none; font: 12px/1.4 ui-monospace, monospace; color: #8ecbff; text-align: start; text-decoration: underline; cursor: pointer; overflow-wrap: anywhere; }
.bad { color: #ffb3a7; font-weight: 600; }
.faint { color: #b9c2ca; }
table { border-collapse: collapse; } td { padding: 0.1rem 1rem 0.1rem 0; text-align: end; font-variant-numeric: tabular-nums; } td:first-child { text-align: start; }
`;

/** Whether the list is open is kept from page to page of one tab. */
const OPEN = 'editors-bar-open';

type Child = Node | string;

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** A button that opens a file below the project's root in the editor that runs, as Vite finds it. */
function place(text: string): HTMLElement {
  const button = make('button', '', text);
  button.type = 'button';
  button.title = 'Open in editor';
  button.dataset['place'] = text;
  return button;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Whole percent, rounded down: only a text that is used to the last letter has 100. */
const percent = (share: number) => `${Math.floor(share * 100)} %`;

function list(title: string, items: readonly (readonly Child[])[]): Child[] {
  if (items.length === 0) return [];
  return [make('h2', '', title), make('ul', '', ...items.map((item) => make('li', '', ...item)))];
}

function summaryOf({ counts, sources, withoutNote, problems, unread, elsewhere }: PageState): Child[] {
  const open = withoutNote.filter(({ reason }) => reason === undefined).length;
  const errors = problems.filter(({ isError }) => isError).length;
  const warnings = problems.length - errors;
  const parts = [
    make('strong', errors > 0 ? 'bad' : '', errors > 0 ? plural(errors, 'problem') : 'No problems'),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(counts.citations > 0
      ? [`${plural(counts.citations, 'citation')} in ${plural(sources.length, 'source')}`]
      : sources.slice(0, 1).map(({ site }) => `${percent(site)} cited`)),
    ...(open > 0 ? [make('strong', 'bad', `${plural(open, 'sentence')} without note`)] : []),
    ...(unread.length > 0 ? [`${plural(unread.length, 'passage')} cited nowhere`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} on other pages`] : []),
  ];
  return parts.map((part) => (typeof part === 'string' ? make('span', '', part) : part));
}

function bodyOf({ file, counts, sources, withoutNote, problems, unread }: PageState): Child[] {
  // On the page of a source itself nothing is cited.
  const here = counts.citations > 0;
  const row = (name: Child, ...shares: readonly string[]) =>
    make('tr', '', ...[name, ...shares].map((cell) => make('td', '', cell)));
  const rows = [
    row('Source', ...(here ? ['cited here'] : []), 'cited on the site'),
    ...sources.map((source) =>
      row(place(`sources/${source.id}.txt`), ...(here ? [percent(source.here)] : []), percent(source.site)),
    ),
  ];
  return [
    ...(file === undefined
      ? [make('p', 'faint', 'No single file stands behind this page.')]
      : [
          make(
            'p',
            '',
            place(file),
            ...(counts.statements > 0 ? [` ${plural(counts.statements, 'statement')}, headings among them`] : []),
          ),
        ]),
    ...list(
      'Problems',
      problems.map(({ place: at, ruleId, words, isError }) => [
        place(at),
        ` ${ruleId}${isError ? '' : ' (warning)'}`,
        make('div', '', words),
      ]),
    ),
    ...list(
      'Sentences without note',
      withoutNote.map(({ place: at, words, reason }) => [
        place(at),
        make('div', '', words),
        ...(reason === undefined ? [] : [make('div', 'faint', `taken out: ${reason}`)]),
      ]),
    ),
    ...list(
      'Cited by no page',
      unread.map(({ place: at, words }) => [place(at), make('div', '', words)]),
    ),
    ...(sources.length > 0 ? [make('h2', '', 'Letters and digits cited'), make('table', '', ...rows)] : []),
  ];
}

function show(root: string, state: PageState): void {
  const old = document.querySelector('editors-bar');
  const host = document.createElement('editors-bar');
  const shadow = host.attachShadow({ mode: 'open' });
  const summary = make('summary', '', ...summaryOf(state));
  const details = make('details', '', summary, make('div', 'body', ...bodyOf(state)));
  details.open = sessionStorage.getItem(OPEN) === 'yes';
  details.addEventListener('toggle', () => sessionStorage.setItem(OPEN, details.open ? 'yes' : 'no'));
  host.setAttribute('role', 'complementary');
  host.setAttribute('aria-label', "Editor's bar");
  shadow.addEventListener('click', ({ target }) => {
    const at = target instanceof HTMLElement ? target.dataset['place'] : undefined;
    if (at !== undefined) void fetch(`/__open-in-editor?file=${encodeURIComponent(`${root}/${at}`)}`);
  });
  shadow.append(make('style', '', STYLE), details);
  if (old) old.replaceWith(host);
  else document.body.append(host);
}

// Vite gives the channel to modules that name it in full.
if (import.meta.hot) {
  const { hot } = import.meta;
  const ask = () => hot.send('citations:page', { address: location.pathname });
  hot.on('citations:state', ({ root, state }: { root: string; state: PageState }) => show(root, state));
  hot.on('citations:checked', ask);
  ask();
}
