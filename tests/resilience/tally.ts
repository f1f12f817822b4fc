/** What came of one kind of trial. */
export interface Tally {
  readonly name: string;
  readonly tried: number;
  readonly held: number;
  /** What went wrong, for the trials that did not hold. */
  readonly examples: readonly string[];
  /** Why it was not tried at all. */
  readonly skipped?: string;
}

/** What is wrong after a trial, in words; an empty list where it held. */
export type Faults = readonly string[];

/** Run trials one after the other, each told of as it ends. */
export async function tally<Trial>(
  name: string,
  trials: readonly Trial[],
  run: (trial: Trial) => Promise<Faults> | Faults,
): Promise<Tally> {
  const examples: string[] = [];
  let held = 0;
  for (const trial of trials) {
    const faults = await run(trial);
    if (faults.length === 0) held += 1;
    else examples.push(`${JSON.stringify(trial)}: ${faults.join('; ')}`);
    // Long runs are watched: what went wrong is told at once, too.
    process.stderr.write(faults.length === 0 ? '.' : `\n${name}: ${examples.at(-1)}\n`);
  }
  return { name, tried: trials.length, held, examples };
}

/** Tell that this computer does not allow a trial: never in silence. */
export function skip(name: string, skipped: string): Tally {
  return { name, tried: 0, held: 0, examples: [], skipped };
}
