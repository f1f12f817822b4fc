import { Cite, plugins } from '@citation-js/core';
import type { CslItem } from '#publication/csl-item.ts';
import type { BibliographyFormat } from './bibliography-formats.ts';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

// Otherwise it drops every letter that TeX has no command for, such as `ə` and those of other scripts.
plugins.config.get('@bibtex').format.asciiOnly = false;

/** Write an entry as CSL-JSON, BibLaTeX or RIS. */
export function writeBibliography(item: CslItem, format: BibliographyFormat): string {
  switch (format) {
    case 'csl.json':
      return `${JSON.stringify([item], undefined, 2)}\n`;
    case 'bib':
      return writeBiblatex(withDate(item));
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
 * Write BibLaTeX, which has days and languages, unlike BibTeX, and is UTF-8. The library knows the types and fields. It
 * escapes no character that TeX would obey, and reads `<i>` as markup, which our plain texts do not have.
 */
function writeBiblatex(item: CslItem): string {
  const texts = ['title', 'publisher', 'container-title', 'genre', 'note'] as const;
  const [entry] = new Cite([
    {
      ...item,
      ...Object.fromEntries(texts.flatMap((name) => (item[name] ? [[name, escapeTex(item[name])]] : []))),
      ...(item.author && { author: item.author.map(writeName) }),
      ...(item.URL && { URL: item.URL.replace(/[{}\\]/g, encodeURIComponent) }),
    },
  ]).format('biblatex', { format: 'object' });
  const { type, properties } = entry ?? { type: '', properties: {} };
  // In braces of their own they stay as printed in every style; the library would put some letters into such braces.
  const title = `{${escapeTex(item.title)}}`;
  const container = `{${escapeTex(item['container-title'] ?? '')}}`;
  const fields = Object.entries(properties).map(([field, value]) => {
    const printed = { title, journaltitle: container, booktitle: container }[field] ?? value;
    return `\t${field} = {${printed}},`;
  });
  return [`@${type}{${item.id},`, ...fields, '}', ''].join('\n');
}

function writeName(name: NonNullable<CslItem['author']>[number]): object {
  // In a name `,` and ` and ` separate.
  const part = (words: string) => (/,|\sand\s/.test(words) ? `{${escapeTex(words)}}` : escapeTex(words));
  return 'literal' in name
    ? { literal: escapeTex(name.literal) }
    : { family: part(name.family), given: part(name.given) };
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Escape the characters that TeX obeys, and no others. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^<>&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);
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
