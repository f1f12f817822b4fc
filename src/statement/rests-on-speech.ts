import type { Evidence } from './evidence.ts';
import type { Statement, StatementPart } from './statement.ts';

/**
 * Does a statement rest only on words that records mark as speech, opinion or allegation? It must share words with them:
 * two, or a third of its own, since a sentence about a text shares none. Where they mark a part of a passage, it must
 * share none with the rest; where they mark nothing of one passage, that passage may carry it. A question states nothing.
 */
export function restsOnSpeech({ parts }: Pick<Statement, 'parts'>, evidence: readonly Evidence[]): boolean {
  if (parts.some(({ text }) => text.endsWith('?'))) return false;
  if (evidence.length === 0 || evidence.some(({ voices = [] }) => voices.length === 0)) return false;
  const plain = evidence.map((one) => one.plain).join(' ');
  const stated = stemsOf(plain);
  const marked = stemsOf(evidence.map((one) => one.marked).join(' '));
  const own = stemsOf(parts.map((part) => withoutLinks(part)).join(' '));
  if (own.some((stem) => stated.includes(stem) && !marked.includes(stem))) return false;
  const shared = own.filter((stem) => marked.includes(stem) && !stated.includes(stem));
  return shared.length >= 2 || (shared.length > 0 && shared.length * 3 >= own.length);
}

/** Words of links to pages of this site may be titles of ours. */
function withoutLinks({ text, links }: StatementPart): string {
  return links.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

const COMMON = new Set([
  ...[
    'that',
    'this',
    'these',
    'those',
    'there',
    'their',
    'they',
    'them',
    'then',
    'than',
    'with',
    'from',
    'have',
    'were',
  ],
  ...['been', 'will', 'would', 'could', 'about', 'into', 'only', 'also'],
]);

/**
 * The words of a text with four letters and more, by their first letters: `attack` for `attacked`. Names are left out,
 * since the same ones are in most passages.
 */
function stemsOf(text: string): string[] {
  const words = text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]{3,}/gu) ?? [];
  return [...new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 6)))];
}
