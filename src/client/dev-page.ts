import { make } from './make.ts';

/** Not read as part of a sentence: numbers of notes, buttons, and the notes themselves. */
const LEFT_OUT = 'sup, button, aside, [popover], .footnotes';

/** Underline these sentences wherever the page has them, and no others. */
export function showStatements(statements: readonly string[]): void {
  const ranges = statements.flatMap((statement) => findWords(document.body, statement) ?? []);
  CSS.highlights.set('citations', new Highlight(...ranges));
  if (document.querySelector('#citations-highlight')) return;
  const style = make('style', '', '::highlight(citations) { text-decoration: underline wavy 2px #d4351c; }');
  style.id = 'citations-highlight';
  document.head.append(style);
}

/** The first place of some words, across elements. White space and the shape of quotation marks do not matter. */
function findWords(root: Element, words: string): Range | undefined {
  const plain = (text: string) => text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const units: { readonly node: Node; readonly at: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement?.closest(LEFT_OUT)) continue;
    for (const [at, character] of plain(node.textContent ?? '')
      .split('')
      .entries()) {
      if (/\s/.test(character) && (text === '' || text.endsWith(' '))) continue;
      text += /\s/.test(character) ? ' ' : character;
      units.push({ node, at });
    }
  }
  const start = text.indexOf(plain(words).replace(/\s+/g, ' '));
  const [first, last] = [units[start], units[start + words.length - 1]];
  if (start === -1 || !first || !last) return undefined;
  const range = new Range();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, last.at + 1);
  return range;
}

/** Let Astro's overlay be closed, by Escape or a button, and leave out the stack trace, which is always empty. */
export function tameOverlay(): void {
  const close = () => document.querySelector('vite-error-overlay')?.remove();
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  const tame = () => {
    const shadow = document.querySelector('vite-error-overlay')?.shadowRoot;
    if (!shadow || shadow.querySelector('#close')) return;
    shadow.querySelector('#stack')?.remove();
    const button = make('button', '', 'Close (Esc)');
    button.id = 'close';
    button.style.cssText =
      'position: fixed; z-index: 999999; inset-block-start: 16px; inset-inline-end: 16px; padding: 12px 16px';
    button.addEventListener('click', close);
    shadow.append(button);
  };
  new MutationObserver(tame).observe(document.body, { childList: true });
  // It may have been there before this script.
  tame();
}
