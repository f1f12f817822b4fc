import { AstroError } from 'astro/errors';
import { describeTrouble } from '#io/describe-trouble.ts';

/** An error for Astro to print, without a stack trace: its cause is in a file or the computer, not in the program. */
export function stop(message: string, hint = ''): AstroError {
  // Astro turns backticks into terminal escapes, even in pipes and logs.
  const error = new AstroError(message.replaceAll('`', ''), hint.replaceAll('`', ''));
  error.stack = '';
  return error;
}

/**
 * Run a step of the build and describe errors of the operating system. `did`: what the step does with files it opens.
 */
export async function describeErrors<Value>(
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
