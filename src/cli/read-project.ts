import type { Memory } from '#check/memory.ts';
import { describeTrouble } from '#io/describe-trouble.ts';
import { readCorpus, readSources } from '#io/read-corpus.ts';
import type { Source } from '#source/source.ts';
import { progressOn } from './progress.ts';

/** Read and check the project below `root`, or tell why that is not possible. What takes long is told of on `complaints`. */
export function readProject(
  root: string,
  complaints: NodeJS.WritableStream,
  memory?: Memory,
): ReturnType<typeof readCorpus> | { readonly trouble: string } {
  const progress = progressOn(complaints);
  try {
    return attempt(() => readCorpus(root, { onRead: progress.tell, ...(memory && { memory }) }));
  } finally {
    progress.end();
  }
}

/** The sources below `root` that have no problems, without a look at documents: that is quicker. */
export function readGoodSources(root: string): { readonly sources: readonly Source[] } | { readonly trouble: string } {
  return attempt(() => ({ sources: readSources(root).flatMap(({ source }) => source ?? []) }));
}

/** Read something from disk, or tell in words why that is not possible. */
export function attempt<Value>(read: () => Value): Value | { readonly trouble: string } {
  try {
    return read();
  } catch (error) {
    const trouble = describeTrouble(error, process.cwd());
    // A bug of ours keeps its stack trace: hiding it would help nobody.
    if (trouble === undefined) throw error;
    return { trouble };
  }
}
