import { NotAProject, readCorpus } from '#io/read-corpus.ts';

/** Read and check the project below `root`, or tell why that is not possible. */
export function readProject(root: string): ReturnType<typeof readCorpus> | { readonly trouble: string } {
  try {
    return readCorpus(root);
  } catch (error) {
    const trouble = describe(error);
    // A bug of ours keeps its stack trace: hiding it would help nobody.
    if (trouble === undefined) throw error;
    return { trouble };
  }
}

function describe(error: unknown): string | undefined {
  if (error instanceof NotAProject) return `${error.message}; run this in the folder of the project`;
  if (error instanceof Error && 'code' in error && 'path' in error)
    return `Cannot read \`${error.path}\`: ${error.code}`;
  return undefined;
}
