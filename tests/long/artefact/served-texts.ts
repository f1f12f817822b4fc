import { createHash } from 'node:crypto';
import type { Original } from './original.ts';
import type { Fault, Findings, Site } from './site.ts';
import { printedLine } from './source-pages.ts';

/** A source as the site serves it, aligned with its raw text. */
export interface ServedText {
  readonly original: Original;
  readonly text: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly digest: string;
  /** Where each character is in the raw text; -1 for what replaces lines that are not published. */
  readonly at: readonly number[];
}

/** Compare each served text with its raw text, line by line and exactly, except for what must not be published. */
export function readServedTexts({ files, originals }: Pick<Site, 'files' | 'originals'>): {
  servedTexts: ReadonlyMap<string, ServedText>;
  findings: Findings;
} {
  const faults: Fault[] = [];
  const servedTexts = new Map<string, ServedText>();
  for (const [id, original] of originals) {
    const where = `sources/${id}.txt`;
    if (original.digest !== original.pinned)
      faults.push({ where, fact: 'the raw text is not the one that its record pins' });
    const bytes = files.get(where);
    if (!bytes) {
      faults.push({ where, fact: 'a source is not served' });
      continue;
    }
    const text = bytes.toString('utf8');
    const lines = text.split('\n');
    const at: number[] = [];
    for (const [index, line] of lines.entries()) {
      const span = original.lines[index + 1];
      const expected = span && printedLine(original, span);
      const isSame = expected?.text === line;
      const isNotice = (!expected || !original.isShownWhole) && /^(?:\[.+\])?$/.test(line);
      if (!isSame && !isNotice) faults.push({ where, fact: `line ${index + 1} is not that of the raw text` });
      at.push(...(isSame ? expected.at : Array.from(line, () => -1)), -1);
    }
    if (lines.length !== original.lines.length - 1) faults.push({ where, fact: 'the number of lines is another one' });
    servedTexts.set(id, { original, text, at, digest: createHash('sha256').update(bytes).digest('hex') });
  }
  return { servedTexts, findings: { counts: { 'served texts': servedTexts.size }, faults } };
}
