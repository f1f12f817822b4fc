import { codeOf } from './code-of.ts';

/**
 * Is another process running with this id? Our own id belongs to an earlier process, as in a container, where ids
 * repeat.
 */
export function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user.
    return codeOf(error) === 'EPERM';
  }
}
