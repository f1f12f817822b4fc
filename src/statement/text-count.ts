import { textBefore } from '#text/text-before.ts';
import type { Evidence } from './evidence.ts';
import type { Figure } from './figure.ts';

const TEXTS = new RegExp(
  '^[- ](?:of (?:the|these|our) )?(?:[\\p{Ll}-]+ ){0,2}?' +
    '(text|source|overview|interview|article|feature|report|memo)s(?!\\p{L})',
  'u',
);

/**
 * Does a label count more texts than its document cites: `two overviews`, where only one is? The sources whose records
 * have that word are counted; all of them, if none has it.
 */
export function countsTooManyTexts({ from, end }: Figure, text: string, evidence: readonly Evidence[]): boolean {
  const noun = TEXTS.exec(text.slice(end))?.[1];
  if (noun === undefined) return false;
  const named = evidence.filter(({ record }) => record.some((words) => words.toLowerCase().includes(noun)));
  return from > new Set((named.length > 0 ? named : evidence).map(({ passage }) => passage.sourceId)).size;
}

const INDEFINITE = /(?<!\p{L})(?:a|another|yet another) $/iu;

/**
 * Can a figure in words that no passage has be a count of what the passages report, one thing in each: `two plots`, `a
 * second company`, `twice`? It can up to their number, unless one of them counts the same things.
 */
export function countsPassages(figure: Figure, text: string, evidence: readonly Evidence[]): boolean {
  const { kind, inWords, from, to, unit, per, noun, hedges, start } = figure;
  const isNth = kind === 'ordinal' && from > 1 && noun !== '' && INDEFINITE.test(textBefore(text, start));
  const isCount = isNth || (kind === 'number' && (unit === '' || unit === 'time'));
  if (!inWords || !isCount || hedges.size > 0 || per !== '' || from !== to || !Number.isInteger(from)) return false;
  const isCounted = evidence.some(({ figures }) =>
    figures.some((other) => other.kind === kind && other.noun === noun && noun !== ''),
  );
  return !isCounted && from <= new Set(evidence).size;
}
