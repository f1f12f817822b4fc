import type { Placed } from './comparison.ts';
import { isReversed, readDeeds } from './deed.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './reading.ts';
import { keepsSequence, readSequences } from './sequence.ts';

/** Compare who does what to whom, and what comes before what, with passages that have the same names and words. */
export function compareRoles({ text, words }: Reading, statement: string, evidence: readonly Evidence[]): Placed[] {
  const deeds = readDeeds(text, words).filter(({ objects }) => objects.length > 0);
  const found = [
    ...deeds.map((deed) => {
      const others = evidence.flatMap((by) => by.deeds.map((other) => ({ by, other })));
      const isHeld = others.some(({ other }) => other.verb === deed.verb && other.agent === deed.agent);
      return { ...deed, against: isHeld ? undefined : others.find(({ other }) => isReversed(deed, other)) };
    }),
    ...readSequences(text, words).map((sequence) => {
      const others = evidence.flatMap((by) =>
        by.sequences.map((other) => ({ by, other, isKept: keepsSequence(sequence, other) })),
      );
      const isHeld = others.some(({ isKept }) => isKept === true);
      return { ...sequence, against: isHeld ? undefined : others.find(({ isKept }) => isKept === false) };
    }),
  ];
  return found.flatMap(({ phrase, against, start, end }): Placed[] => {
    if (!against) return [];
    const { by, other } = against;
    const { sourceId, lines } = by.passage;
    const fact = {
      ruleId: 'roles-swapped',
      ...{ statement, words: phrase, instead: other.phrase, sourceId, line: lines.from },
    } as const;
    return [{ start, end, compared: { kind: 'roles', words: phrase, verdict: 'unsupported', by: undefined, fact } }];
  });
}
