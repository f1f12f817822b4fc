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
