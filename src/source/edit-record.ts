import { spanOf } from '#text/location.ts';
import { readYaml, type YamlText } from '#text/yaml.ts';
import type { AnchoredText, LineRange } from './anchor.ts';
import { type Mark, markAll, printRange } from './marks.ts';
import { SourceRecord } from './record.ts';

/** A stretch of a record, in UTF-16 code units, and what goes there. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** The key before which an anchor is written: each entry has it. */
const KEY_AFTER_ANCHOR = { regions: 'reason', errata: 'certainty', speech: 'by' } as const;

/** Write the lines on which the words of regions and slips are now. */
export function moveLines(
  record: string,
  moves: readonly { readonly mark: Pick<Mark, 'path'>; readonly to: LineRange }[],
): string {
  const yaml = readYaml(record);
  return edit(
    record,
    moves.map(({ mark, to }) => {
      const { value, ...span } = replace(record, yaml, mark.path, printRange(to));
      const [quote = ''] = /^["']?/.exec(record.slice(span.start)) ?? [];
      return { ...span, value: `${quote}${value}${quote}` };
    }),
  );
}

/**
 * Write the anchor of each entry that is somewhere in the text: of the words that it marks there. A record that cannot
 * be read stays as it is.
 */
export function writeAnchors(record: string, text: AnchoredText): string {
  const yaml = readYaml(record);
  const { data } = SourceRecord.safeParse(yaml.value);
  if (!data) return record;
  const entries = Map.groupBy(markAll(data, text), ({ list, index }) => `${list} ${index}`).values();
  return edit(
    record,
    [...entries].flatMap((marks) => {
      const [{ list, index } = { list: 'regions', index: 0 } as const] = marks;
      const anchors = marks.flatMap(({ actual }) => actual ?? []);
      const isWritten = marks.every(({ recorded, actual }) => recorded === actual);
      if (anchors.length < marks.length || isWritten) return [];
      return writeAnchor(record, yaml, [list, index], KEY_AFTER_ANCHOR[list], anchors);
    }),
  );
}

function writeAnchor(
  record: string,
  yaml: YamlText,
  entry: readonly PropertyKey[],
  next: string,
  anchors: readonly string[],
): Edit {
  const value = anchors.length === 1 ? anchors.join() : `[${anchors.join(', ')}]`;
  const { start, end } = yaml.placeAt([...entry, 'anchor'], 'key');
  const isThere = record.slice(start.offset, end.offset).replace(/["']/g, '') === 'anchor';
  if (isThere) return replace(record, yaml, [...entry, 'anchor'], value);
  const { offset, column } = yaml.placeAt([...entry, next], 'key').start;
  const isInline = record[yaml.placeAt(entry).start.offset] === '{';
  const lineBreak = record.includes('\r\n') ? '\r\n' : '\n';
  const after = isInline ? ', ' : `${lineBreak}${' '.repeat(column - 1)}`;
  return { start: offset, end: offset, value: `anchor: ${value}${after}` };
}

function replace(record: string, yaml: YamlText, path: readonly PropertyKey[], value: string): Edit {
  const { start, end } = spanOf(yaml.placeAt(path));
  // A list in a block ends where the next key begins.
  return { start, end: start + record.slice(start, end).trimEnd().length, value };
}

/** Edits must not overlap. */
function edit(record: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, value }) => text.slice(0, start) + value + text.slice(end), record);
}
