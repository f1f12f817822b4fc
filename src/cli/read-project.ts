import type { Memory } from '#check/memory.ts';
import { describeTrouble } from '#io/describe-trouble.ts';
import { readCorpus } from '#io/read-corpus.ts';

/** Read and check the project in `root`, or say why that is not possible. */
export function readProject(root: string, memory?: Memory): ReturnType<typeof readCorpus> | { readonly error: string } {
  return attempt(() => readCorpus(root, memory && { memory }));
}

/** Read something from disk, or say why that is not possible. */
export function attempt<Value>(read: () => Value): Value | { readonly error: string } {
  try {
    return read();
  } catch (error) {
    const message = describeTrouble(error, process.cwd());
    // A bug of ours keeps its stack trace.
    if (message === undefined) throw error;
    return { error: message };
  }
}
