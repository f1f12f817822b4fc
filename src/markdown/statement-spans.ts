import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';

/** Separates the numbers of adjacent references and keeps them on one line. */
const NARROW_NO_BREAK_SPACE = '\u202f';

/**
 * Put each stretch of text that ends with references into an element, so that it can be lit up as a whole, and its
 * references, in ascending order, into one at its end. Of stretches in a row with the same notes, all but the first
 * are marked: their numbers need not be repeated.
 *
 * @param element Is changed in place if some of its children are references.
 */
export function wrapStatements(element: Element): void {
  if (hasClass(element, 'cluster') || !element.children.some(isReference)) return;
  const wrapped: ElementContent[] = [];
  let words: ElementContent[] = [];
  let references: Element[] = [];
  let before = '';
  const close = () => {
    if (references.length === 0) return;
    const sorted = references.toSorted((a, b) => numberOf(a) - numberOf(b));
    const notes = sorted.map(numberOf).join(' ');
    const className = notes === before ? ['cluster', 'again'] : ['cluster'];
    before = notes;
    const separated = sorted.flatMap((one, index) => (index > 0 ? [textOf(NARROW_NO_BREAK_SPACE), one] : [one]));
    const space = leadingSpace(words);
    wrapped.push(...space, h('span', { className: ['statement'] }, [...words, h('span', { className }, separated)]));
    words = [];
    references = [];
  };

  for (const child of element.children) {
    if (isReference(child)) {
      references.push(child);
      continue;
    }
    // Space between two references is none between two statements.
    if (references.length > 0 && child.type === 'text' && child.value.trim() === '' && child.value !== '') {
      const next = element.children[element.children.indexOf(child) + 1];
      if (next && isReference(next)) continue;
    }
    close();
    words.push(child);
  }
  close();
  element.children = [...wrapped, ...words];
}

function isReference(node: ElementContent): node is Element {
  return node.type === 'element' && hasClass(node, 'reference');
}

function hasClass({ properties }: Element, name: string): boolean {
  return [properties['className']].flat().includes(name);
}

function numberOf({ children }: Element): number {
  const [link] = children;
  const [number] = link?.type === 'element' ? link.children : [];
  return number?.type === 'text' ? Number(number.value) : 0;
}

/** Take the white space off the beginning. */
function leadingSpace(words: ElementContent[]): Text[] {
  const [first] = words;
  const [space = ''] = first?.type === 'text' ? (/^\s+/.exec(first.value) ?? []) : [];
  if (space === '' || first?.type !== 'text') return [];
  words[0] = textOf(first.value.slice(space.length));
  return [textOf(space)];
}

function textOf(value: string): Text {
  return { type: 'text', value };
}
