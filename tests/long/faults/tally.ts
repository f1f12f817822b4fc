/** What a run of changes gave. */
export interface Tally {
  readonly name: string;
  readonly tried: number;
  /** How many were reported. */
  readonly found: number;
  /** Those with a wrong outcome, for a person to read. */
  readonly examples: readonly string[];
}

/** Must a change be reported, being a fault, or pass, being harmless? */
export type Expected = 'reported' | 'silent';

/** One change that was tried. */
export interface Trial {
  /** Says which one it was. */
  readonly label: string;
  readonly isReported: boolean;
}

/** Which of many cases to try: all of them, or some. */
export type Sample = <Case>(all: readonly Case[]) => readonly Case[];

/** How many examples help. */
const MOST_SHOWN = 5;

export function tallyOf(name: string, trials: readonly Trial[], expected: Expected, most = MOST_SHOWN): Tally {
  const wrong = trials.filter(({ isReported }) => isReported !== (expected === 'reported'));
  const found = expected === 'reported' ? trials.length - wrong.length : wrong.length;
  return { name, tried: trials.length, found, examples: wrong.slice(0, most).map(({ label }) => label) };
}
