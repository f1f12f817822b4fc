import { make } from './make.ts';

/** In characters. Longer selections are named by their beginning and end, as the specification recommends. */
const LONG = 120;

/**
 * Offer a link to the words that a reader selects in a source: to their line, with a text fragment (URL Fragment Text
 * Directives, WICG) that makes browsers highlight the words.
 */
export function offerLinks(text: HTMLElement): void {
  const button = make('button', 'link-to-words');
  button.type = 'button';
  button.hidden = true;
  document.body.append(button);

  let address = '';
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const words = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
    const line = range?.startContainer.parentElement?.closest('.line');
    if (!range || !line || words.length < 3 || !text.contains(range.commonAncestorContainer)) {
      button.hidden = true;
      return;
    }
    address = `${location.origin}${location.pathname}#${line.id}:~:text=${directive(words)}`;
    const { bottom, left } = range.getBoundingClientRect();
    button.textContent = 'Copy link to these words';
    button.hidden = false;
    button.style.insetBlockStart = `${scrollY + bottom + 8}px`;
    button.style.insetInlineStart = `${Math.min(Math.max(8, left), innerWidth - button.offsetWidth - 8)}px`;
  });
  // Otherwise the press would clear the selection, and with it hide the button.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = 'Copied';
    } catch {
      prompt('Copy this link', address);
    }
  });
}

/** The text directive of these words; hyphens and commas are part of its syntax. */
function directive(words: string): string {
  const encode = (part: string) => encodeURIComponent(part).replace(/-/g, '%2D');
  if (words.length <= LONG) return encode(words);
  const all = words.split(' ');
  return `${encode(all.slice(0, 5).join(' '))},${encode(all.slice(-5).join(' '))}`;
}
