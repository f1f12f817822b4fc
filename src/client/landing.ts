import { make } from './make.ts';

/** What a followed note leaves for the page of its source. */
interface Origin {
  /** Path and fragment of the words. */
  readonly to: string;
  /** Path and fragment of the statement. */
  readonly back: string;
  readonly label: string;
}

const KEY = 'followed-note';

/** Remember which note a reader follows to a source. */
export function rememberNote(prose: HTMLElement): void {
  const title = document.querySelector('h1')?.textContent ?? '';
  prose.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.read') : null;
    if (!link) return;
    const number = link.closest('.sheet')?.querySelector('b')?.textContent ?? 'Note';
    const place = document.querySelector('.lit')?.id ?? link.closest('li')?.id ?? '';
    const back = `${location.pathname}#${place}`;
    const origin: Origin = { to: link.pathname + link.hash, back, label: `${title}, ${number.toLowerCase()}` };
    sessionStorage.setItem(KEY, JSON.stringify(origin));
  });
}

/** Say at the bottom of the window which words of the source a reader has come to, and lead back. */
export function showLanding(text: HTMLElement): void {
  const bar = make('aside', 'landed small screen-only');
  bar.ariaLabel = 'The words you came to';
  const show = () => {
    const words = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const line = words?.matches('.landing') ? words.closest('.line') : null;
    if (!line) return bar.remove();
    const { short, issued } = document.querySelector<HTMLElement>('main header')?.dataset ?? {};
    const origin: Origin | null = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    const copy = make('button', '', 'Copy link');
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(location.href);
      copy.textContent = 'Copied';
    });
    const where = make('span', 'quiet', `${short}, ${issued}, line ${line.id.slice(1)}`);
    bar.replaceChildren(where, copy);
    if (origin?.to === location.pathname + location.hash) {
      const back = make('a', '', `Back to ${origin.label}`);
      back.href = origin.back;
      bar.prepend(back);
    }
    text.after(bar);
  };
  addEventListener('hashchange', show);
  // A page that is prerendered knows no session yet.
  if (Reflect.get(document, 'prerendering')) document.addEventListener('prerenderingchange', show, { once: true });
  else show();
}
