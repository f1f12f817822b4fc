/** Longer words than these are named by their beginning and end, as in the specification. */
const LONG = 120;

/**
 * Offer a link to the words that a reader selects in a source: to their line, and as a text fragment (URL Fragment Text
 * Directives, WICG) that browsers show them by.
 */
export function offerLinks(text: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-to-words';
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
  // The selection would go with the press, and the button with it.
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

/** The text directive of these words; a hyphen and a comma have a meaning in it. */
function directive(words: string): string {
  const encode = (part: string) => encodeURIComponent(part).replace(/-/g, '%2D');
  if (words.length <= LONG) return encode(words);
  const all = words.split(' ');
  return `${encode(all.slice(0, 5).join(' '))},${encode(all.slice(-5).join(' '))}`;
}
