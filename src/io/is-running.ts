import { codeOf } from './code-of.ts';

/**
 * Does another process with this number run? What bears our own number was left by an earlier one, as in a container, where
 * numbers begin anew.
 */
export function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}
