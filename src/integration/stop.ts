import { AstroError } from 'astro/errors';
import { describeTrouble } from '#io/describe-trouble.ts';

/** Make an error for Astro to print. Its cause is in a file or the computer: a stack trace would only push the words away. */
export function stop(message: string, hint = ''): AstroError {
  // Astro would write the marks of code as sequences for a terminal, into pipes and logs, too.
  const error = new AstroError(message.replaceAll('`', ''), hint.replaceAll('`', ''));
  error.stack = '';
  return error;
}

/** Run a step of the build; what the system refuses becomes words. `did` tells what the step does with the files that it opens. */
export async function inWords<Value>(
  root: string,
  did: 'read' | 'write',
  step: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    const trouble = describeTrouble(error, root, did);
    if (trouble === undefined) throw error;
    throw stop(trouble);
  }
}
