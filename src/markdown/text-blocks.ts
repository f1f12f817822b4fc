/** How the lines of a block are set: `flow` as one paragraph where lines are short, `table` with letters of one width. */
type BlockKind = 'flow' | 'table' | 'plain';

export interface TextBlock<Line> {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
}

/** In characters: a text whose full lines are longer has a paragraph on each; shorter ones are no paragraphs. */
const WRAPPED = { least: 40, most: 110 };
/** The share of a full line below which a line ends a paragraph. */
const FULL = 0.7;
/** Columns are apart by this many spaces, a tab or a bar. */
const COLUMNS = /\S(?: {3,}|\t+)\S|^\s*[|+].*[|+]\s*$/;
const STARTS_AN_ITEM = /^(?:[-*•–—]|\(?\d{1,3}[.)])\s/;

/**
 * Group the lines of a raw text: lines of a paragraph that was broken by hand, rows of a table, and all others, which
 * stay apart. An empty line ends a block.
 *
 * @param textOf The characters of a line; undefined for one that is not printed, which stands alone.
 */
export function textBlocks<Line>(
  lines: readonly Line[],
  textOf: (line: Line) => string | undefined,
): TextBlock<Line>[] {
  const texts = lines.map(textOf);
  const lengths = texts.flatMap((text) => (text?.trim() ? text.length : [])).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const kindOf = (index: number): BlockKind => {
    const [before, text, after] = [texts[index - 1], texts[index], texts[index + 1]].map((each) => each ?? '');
    const isRow = (each = '') => COLUMNS.test(each);
    return isRow(text) && (isRow(before) || isRow(after)) ? 'table' : 'plain';
  };
  const joins = (index: number): boolean => {
    const [before, text] = [texts[index - 1] ?? '', texts[index] ?? ''];
    const isWrapped = width >= WRAPPED.least && width <= WRAPPED.most && before.length >= width * FULL;
    return isWrapped && /^\S/.test(before) && /^\S/.test(text) && !STARTS_AN_ITEM.test(text);
  };

  const blocks: { kind: BlockKind; lines: Line[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const kind = kindOf(index);
    const last = blocks.at(-1);
    if (last && kind === 'table' && last.kind === 'table') last.lines.push(line);
    else if (last && kind === 'plain' && last.kind !== 'table' && joins(index)) {
      last.kind = 'flow';
      last.lines.push(line);
    } else blocks.push({ kind, lines: [line] });
  }
  return blocks;
}
