import { Cite } from '@citation-js/core';
import type { CslItem } from '#publication/csl-item.ts';
import type { BibliographyFormat } from './bibliography-formats.ts';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

/** Write an entry as CSL-JSON, BibLaTeX or RIS. */
export function writeBibliography(item: CslItem, format: BibliographyFormat): string {
  switch (format) {
    case 'csl.json':
      return `${JSON.stringify([item], undefined, 2)}\n`;
    case 'bib':
      // BibTeX has no days and no languages.
      return `${new Cite([withDate(item)]).format('biblatex').trim()}\n`;
    case 'ris':
      return writeRis(withDate(item));
  }
}

/** Neither format can express a date with a bound only, so the note does. */
function withDate(item: CslItem): CslItem {
  const { issued, ...rest } = item;
  return issued && 'literal' in issued ? { ...rest, note: `Date: ${issued.literal}. ${item.note}` } : item;
}

/**
 * Write RIS (Research Information Systems, 2011), with CR LF as it requires. The library wraps values after 70
 * characters, which not all programs undo, and drops authors of newspaper articles, so these are passed to it as
 * magazine articles.
 */
function writeRis(item: CslItem): string {
  const isNews = item.type === 'article-newspaper';
  const entries = new Cite([isNews ? { ...item, type: 'article-magazine' } : item]).format('ris', { format: 'object' });
  const { TY, ...fields } = { ...entries[0] };
  const lines = Object.entries(fields).flatMap(([tag, value]) =>
    (Array.isArray(value) ? value : [value]).map((line) => `${tag}  - ${tag === 'DA' ? withZeros(line) : line}`),
  );
  return [`TY  - ${isNews ? 'NEWS' : TY}`, ...lines, 'ER  - ', ''].join('\r\n');
}

/** `2023/5/7/` as `2023/05/07/`, which RIS requires. */
function withZeros(date: string): string {
  return date.replace(/(?<=\/)\d(?=\/)/g, '0$&');
}
