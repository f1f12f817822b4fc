import { make } from './make.ts';

/** Links below an open note: one to its statement, to copy, and one to report an error, if the site has an address. */
export function toolsOf(reference: Element | null, note: Element): HTMLElement {
  const statement = reference?.closest('.statement');
  const copy = make('button', '', 'Copy link to this sentence');
  copy.type = 'button';
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}#${reference?.id ?? ''}`);
    copy.textContent = 'Copied';
  });
  const tools = make('p', 'tools small', copy);
  const address = document.documentElement.dataset['report'];
  if (address) {
    const report = make('a', '', 'Report an error');
    const isNumber = (node: Node) => node instanceof Element && node.matches('.cluster');
    const words = [...(statement?.childNodes ?? [])].filter((node) => !isNumber(node));
    const said = {
      page: location.href.replace(/#.*/, ''),
      statement: words.map(({ textContent }) => textContent).join(''),
      passages: [...note.querySelectorAll('.citation')].map((citation) => ({
        words: [...citation.querySelectorAll('.quoted q')].map(({ textContent }) => textContent).join(' […] '),
        address: citation.querySelector<HTMLAnchorElement>('.read')?.href ?? '',
      })),
    };
    void import('./report.ts').then(({ reportLink }) => {
      report.href = reportLink(address, said);
    });
    tools.append(report);
  }
  return tools;
}
