import type { BlockContent, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { isComponent, isExpression, isJsx, type JsxElement } from '#document/jsx.ts';
import { raised } from '#text/raised.ts';

/** Writes a component, with what is between its tags. */
type WriteComponent = (component: JsxElement, content: readonly BlockContent[]) => BlockContent[];

/**
 * Write nodes of MDX in Markdown: without elements and comments, but with all of their words. An HTML element becomes
 * what Markdown has for it, if anything. `nodes` are changed.
 */
export function withoutElements(nodes: readonly Nodes[], write: WriteComponent): RootContent[] {
  return nodes.flatMap((node): Nodes[] => {
    if (isExpression(node) || node.type === 'mdxjsEsm') return [];
    if (!('children' in node)) return [node];
    const children = withoutElements(node.children, write);
    if (isComponent(node)) return write(node, toBlocks(children));
    if (isJsx(node)) return writeHtml(node, children);
    if (node.type === 'paragraph') return toBlocks(children);
    if (node.type === 'heading') return [{ ...node, children: onOneLine(children) }];
    return [{ ...node, children: LINES.has(node.type) ? toPhrasing(children) : children } as Nodes];
  }) as RootContent[];
}

/** Nodes with words but no blocks in them. */
const LINES = new Set(['tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference']);

const SIGNS = new Map<string | null, 'emphasis' | 'strong' | 'delete'>([
  ...['em', 'i', 'cite', 'dfn'].map((name) => [name, 'emphasis'] as const),
  ...['strong', 'b'].map((name) => [name, 'strong'] as const),
  ...['del', 's'].map((name) => [name, 'delete'] as const),
]);

/** Elements that are not part of a line, and that Markdown has nothing for. */
const BLOCKS = new Set(
  'caption dd details div dl dt figcaption figure p pre section summary table tbody td tfoot th thead'.split(' '),
);

function writeHtml({ name, attributes }: JsxElement, children: readonly Nodes[]): Nodes[] {
  const hasBlocks = children.some(isBlock);
  const sign = SIGNS.get(name);
  if (sign && !hasBlocks) return [{ type: sign, children: toPhrasing(children) }];
  switch (name) {
    case 'br':
      return [{ type: 'break' }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'q':
      return hasBlocks ? [{ type: 'blockquote', children: toBlocks(children) }] : [text('“'), ...children, text('”')];
    case 'blockquote':
      return [{ type: 'blockquote', children: toBlocks(children) }];
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', depth: Number(name[1]) as 2, children: onOneLine(children) }];
    case 'ol':
    case 'ul':
      return [{ type: 'list', ordered: name === 'ol', children: toItems(children) }];
    case 'li':
      return [{ type: 'listItem', children: toBlocks(children) }];
    case 'tr':
      return [{ type: 'paragraph', children: toPhrasing(children, ' · ') }];
    case 'a': {
      const href = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href');
      const isLink = typeof href?.value === 'string' && !hasBlocks;
      return isLink ? [{ type: 'link', url: String(href.value), children: toPhrasing(children) as [] }] : [...children];
    }
    case 'sup':
    case 'sub':
      return children.every(({ type }) => type === 'text') ? [text(raised(toText(children), name))] : [...children];
    default:
      return BLOCKS.has(name ?? '') ? toBlocks(children) : [...children];
  }
}

const BLOCK_TYPES = ['paragraph', 'heading', 'thematicBreak', 'blockquote', 'list', 'listItem', 'table', 'code'];

function isBlock({ type }: Nodes): boolean {
  return BLOCK_TYPES.includes(type);
}

/** Make a paragraph of what is between blocks. */
function toBlocks(nodes: readonly Nodes[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let line: PhrasingContent[] = [];
  const end = () => {
    if (line.some((node) => node.type !== 'break' && !isBlank(node))) blocks.push(paragraph(trimLine(line)));
    line = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node as PhrasingContent);
    else {
      end();
      if (node.type === 'listItem') blocks.push(...(node.children as BlockContent[]));
      else blocks.push(node as BlockContent);
    }
  }
  end();
  return blocks;
}

/** A space at the border of a line would be written as a character reference. */
function trimLine(line: readonly PhrasingContent[]): PhrasingContent[] {
  const from = line.findIndex((node) => !isBlank(node));
  const last = line.findLastIndex((node) => !isBlank(node));
  return line.slice(from, last + 1).map((node, index, { length }) => {
    if (node.type !== 'text') return node;
    const isFirst = index === 0 || line[from + index - 1]?.type === 'break';
    const value = isFirst ? node.value.trimStart() : node.value;
    return { ...node, value: index === length - 1 ? value.trimEnd() : value };
  });
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function toItems(nodes: readonly Nodes[]): ListItem[] {
  return nodes
    .filter((node) => !isBlank(node))
    .map((node) => (node.type === 'listItem' ? node : { type: 'listItem', children: toBlocks([node]) }));
}

/** Take the words out of blocks. */
function toPhrasing(nodes: readonly Nodes[], between = ' '): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (!isBlock(node)) return [node as PhrasingContent];
    const words = 'children' in node ? toPhrasing(node.children) : [text(toText(node))];
    const isNext = nodes.slice(0, index).some(isBlock);
    return isNext ? [text(between), ...words] : words;
  });
}

/** Markdown has no line break in a heading. */
function onOneLine(nodes: readonly Nodes[]): PhrasingContent[] {
  return toPhrasing(nodes).map((node) => (node.type === 'break' ? text(' ') : node));
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
