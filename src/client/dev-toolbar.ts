/**
 * The app "Citations" of Astro's dev toolbar: what the open page cites and what it lacks, with links into the editor.
 * The dev server sends the state of the page after every check.
 */
import { defineToolbarApp } from 'astro/toolbar';
import type { PageState } from '#check/page-state.ts';
import { count } from '#text/count.ts';
import { showStatements, tameOverlay } from './dev-page.ts';
import { make } from './make.ts';

const STYLE = `
h1 { margin: 0; font-size: 18px; }
h2 { margin: 16px 0 4px; font-size: 14px; }
p, ul { margin: 4px 0; padding: 0; list-style: none; }
.body { max-block-size: 60vh; overflow: auto; }
li { padding: 4px 0; border-block-end: 1px solid #343841; overflow-wrap: anywhere; }
a { color: #a9cdf4; font-family: ui-monospace, monospace; }
.bad { color: #ffb3a7; }
table { border-collapse: collapse; }
td { padding: 2px 16px 2px 0; font-variant-numeric: tabular-nums; }
`;

type Child = Node | string;

export default defineToolbarApp({
  init(canvas, app, server) {
    const window = document.createElement('astro-dev-toolbar-window');
    canvas.append(make('style', '', STYLE), window);
    const request = () => server.send('citations:page', { address: location.pathname });
    server.on<{ root: string; address: string; state: PageState }>('citations:state', ({ root, address, state }) => {
      if (address !== location.pathname) return;
      window.replaceChildren(make('h1', '', summarize(state)), make('div', 'body', ...details(state, root)));
      showStatements(state.problems.flatMap(({ statement = [] }) => statement));
      const open = state.withoutNote.some(({ reason }) => reason === undefined);
      const hasErrors = open || state.problems.some(({ isError }) => isError);
      const isNoted = state.problems.length + state.elsewhere.length > 0;
      app.toggleNotification({ state: hasErrors || isNoted, level: hasErrors ? 'error' : 'warning' });
    });
    server.on('citations:checked', request);
    request();
    tameOverlay();
  },
});

/** In whole percent, rounded down: 100 % means every letter. */
const percent = (share: number) => `${Math.floor(share * 100)} %`;

function summarize({ counts, sources, withoutNote, problems, unread, elsewhere }: PageState): string {
  const open = withoutNote.filter(({ reason }) => reason === undefined).length;
  const errors = problems.filter(({ isError }) => isError).length;
  const warnings = problems.length - errors;
  return [
    errors > 0 ? count(errors, 'problem') : elsewhere.length > 0 ? 'No problems here' : 'No problems',
    warnings > 0 && count(warnings, 'warning'),
    counts.citations > 0 && `${count(counts.citations, 'citation')} in ${count(sources.length, 'source')}`,
    open > 0 && `${count(open, 'sentence')} without note`,
    unread.length > 0 && `${count(unread.length, 'passage')} not cited`,
    elsewhere.length > 0 && `${elsewhere.length} on other pages`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function details(state: PageState, root: string): Child[] {
  const { file, counts, sources, withoutNote, problems, unread, elsewhere } = state;
  // Vite's middleware opens the editor and sends an empty response, which would replace the page.
  const place = (text: string) => {
    const link = make('a', '', text);
    link.href = `/__open-in-editor?file=${encodeURIComponent(`${root}/${text}`)}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void fetch(link.href);
    });
    return link;
  };
  const list = (title: string, items: readonly (readonly Child[])[]) =>
    items.length === 0 ? [] : [make('h2', '', title), make('ul', '', ...items.map((item) => make('li', '', ...item)))];
  const described = ({ place: at, ruleId, words, isError }: PageState['problems'][number]) => [
    place(at),
    make('div', isError ? 'bad' : '', `${ruleId}${isError ? '' : ' (warning)'}: ${words}`),
  ];
  // A source page cites nothing itself.
  const isCiting = counts.citations > 0;
  const row = (...cells: readonly Child[]) => make('tr', '', ...cells.map((cell) => make('td', '', cell)));
  const rows = sources.map(({ id, here, site }) =>
    row(place(`sources/${id}.txt`), ...(isCiting ? [percent(here)] : []), percent(site)),
  );
  return [
    make('p', '', file === undefined ? 'This page is not made from a single file.' : place(file)),
    ...list('Problems', problems.map(described)),
    ...list(
      'Sentences without note',
      withoutNote.map(({ place: at, words, reason }) => [
        place(at),
        make('div', '', reason === undefined ? words : `${words} Exempted: ${reason}`),
      ]),
    ),
    ...list(
      'Not cited by any page',
      unread.map(({ place: at, words }) => [place(at), make('div', '', words)]),
    ),
    ...list('Problems of other pages', elsewhere.map(described)),
    ...(rows.length === 0
      ? []
      : [
          make('h2', '', 'Share of letters and digits cited'),
          make('table', '', row('source', ...(isCiting ? ['here'] : []), 'on the site'), ...rows),
        ]),
  ];
}
