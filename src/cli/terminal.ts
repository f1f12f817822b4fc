import type { Style } from '#problem/print.ts';

/** Where a command writes: its result to `out`, everything else to `err`, so that a pipe gets the result only. */
export interface Terminal {
  readonly style: Style;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  /** Undefined where nobody can answer. */
  readonly ask: Questions | undefined;
}

/** Questions to a person. Each rejects with an `AbortError` if it is left unanswered. */
export interface Questions {
  /** Returns the index of the choice. */
  readonly choose: (question: string, choices: readonly string[]) => Promise<number>;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly text: (question: string, initial?: string) => Promise<string>;
}

/** Print why a command cannot be run as asked, and return its exit code. */
export function usageError({ err }: Pick<Terminal, 'err'>, ...lines: readonly string[]): 2 {
  err.write(`${lines.join('\n')}\n`);
  return 2;
}
