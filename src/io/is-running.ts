import { codeOf } from './code-of.ts';

/**
 * Is another process running under this number? Our own number is that of an earlier process, as in a container, where
 * numbers start again.
 */
export function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It runs under another user.
    return codeOf(error) === 'EPERM';
  }
}
