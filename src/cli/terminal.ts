import type { Style } from '#problem/print.ts';

/** Where a command speaks. What it was asked for goes to `out`, all else to `complaints`, so that a pipe gets no chat. */
export interface Terminal {
  readonly style: Style;
  readonly out: NodeJS.WritableStream;
  readonly complaints: NodeJS.WritableStream;
  /** How to ask; undefined where nobody can answer. */
  readonly ask: Questions | undefined;
}

/** Questions to a person. Each rejects with an `AbortError` when it is left. */
export interface Questions {
  readonly choose: (question: string, choices: readonly string[]) => Promise<number>;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly text: (question: string, initial?: string) => Promise<string>;
}

/** Tell what is wrong with what was asked; the exit code of wrong use. */
export function complain({ complaints }: Pick<Terminal, 'complaints'>, ...lines: readonly string[]): 2 {
  complaints.write(`${lines.join('\n')}\n`);
  return 2;
}
