import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it, by the parser of the HTML standard. */
export interface Page {
  /** Its path below the root of the site. */
  readonly file: string;
  /** In the order of the page. */
  readonly elements: readonly Element[];
  readonly withId: ReadonlyMap<string, readonly Element[]>;
  readonly withClass: ReadonlyMap<string, readonly Element[]>;
}

export function parsePage(file: string, html: string): Page {
  const elements = elementsIn(parse(html));
  return {
    file,
    elements,
    withId: Map.groupBy(
      elements.filter((element) => attribute(element, 'id') !== undefined),
      (element) => attribute(element, 'id') ?? '',
    ),
    withClass: groupByEach(elements, classesOf),
  };
}

/** All elements below a node, in order. */
export function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const content = 'content' in node ? [node.content] : [];
  return [...content, ...children].flatMap((child) => [
    ...(tree.isElementNode(child) ? [child] : []),
    ...elementsIn(child),
  ]);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

export function classesOf(element: Element): string[] {
  return wordsOf(attribute(element, 'class'));
}

export function wordsOf(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** All characters of an element. */
export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The nearest element around another for which a condition holds. */
export function around(element: Element, holds: (element: Element) => boolean): Element | undefined {
  const { parentNode } = element;
  if (!parentNode || !tree.isElementNode(parentNode)) return undefined;
  return holds(parentNode) ? parentNode : around(parentNode, holds);
}

/** The characters of an element, each stretch with the elements that hold it. */
export function stretchesOf(
  node: Node,
  holders: readonly Element[] = [],
): { text: string; holders: readonly Element[] }[] {
  if (tree.isTextNode(node)) return [{ text: node.value, holders }];
  const inside = tree.isElementNode(node) ? [...holders, node] : holders;
  return 'childNodes' in node ? node.childNodes.flatMap((child) => stretchesOf(child, inside)) : [];
}

function groupByEach(elements: readonly Element[], keysOf: (element: Element) => string[]): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    for (const key of keysOf(element)) groups.set(key, [...(groups.get(key) ?? []), element]);
  }
  return groups;
}
