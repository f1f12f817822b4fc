import { relative } from 'node:path';
import { codeOf } from './code-of.ts';
import { NotAProject, NotAText } from './read-corpus.ts';
import { NoPlaceForOutput } from './staged-output.ts';
import { ChangedMeanwhile } from './write-file.ts';

/** What errors of the operating system mean, and what to do about them. */
const FACTS: Readonly<Record<string, readonly [fact: string, remedy: string]>> = {
  EACCES: ['no permission', 'look at its owner and mode'],
  EPERM: ['no permission', 'look at its owner and mode'],
  EROFS: ['the disk can only be read', 'copy the project elsewhere'],
  ENOSPC: ['the disk is full', 'make room, then run this again'],
  EDQUOT: ['your share of the disk is used up', 'make room, then run this again'],
  EFBIG: ['it may not grow so large', 'raise the limit (`ulimit -f unlimited`), then run this again'],
  EMFILE: ['too many files are open', 'raise the limit (`ulimit -n 4096`), then run this again'],
  ENFILE: ['too many files are open', 'end other programs, then run this again'],
  EBUSY: ['another program uses it', 'end that one, then run this again'],
  ENOENT: ['it is not there', 'if it was moved just now, run this again'],
};

const READING = new Set(['scandir', 'stat', 'lstat', 'read', 'realpath', 'readlink']);

/**
 * Say in a sentence why a file could not be read or written, and what to do; `undefined` for an error of another kind.
 * Paths are relative to `root`.
 *
 * @param did What was attempted, for system calls that can mean either, such as `open`.
 */
export function describeTrouble(error: unknown, root: string, did: 'read' | 'write' = 'read'): string | undefined {
  if (error instanceof NotAProject) return `${error.message}; run this in the folder of the project`;
  if (error instanceof NotAText || error instanceof NoPlaceForOutput) return error.message;
  if (error instanceof ChangedMeanwhile) return sayUnwritten(nameFrom(root, error.message), error);
  const { syscall, path } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (codeOf(error) === undefined || syscall === undefined) return undefined;
  const verb = READING.has(syscall) ? 'read' : syscall === 'open' ? did : 'write';
  const name = path === undefined ? 'a file' : `\`${nameFrom(root, path)}\``;
  return `Cannot ${verb} ${name}: ${explanationOf(error).join('; ')}`;
}

/** Say in a sentence why a command could not write `file`. */
export function sayUnwritten(file: string, error: unknown): string {
  const cannot = `Cannot write \`${file}\``;
  if (error instanceof ChangedMeanwhile) return `${cannot}: somebody else changed it meanwhile; run this again`;
  if (codeOf(error) === 'EEXIST') return `${cannot}: it is there already, and was left as it is`;
  const [fact, ...remedy] = explanationOf(error);
  return `${cannot}: ${[fact, 'nothing was changed', ...remedy].join('; ')}`;
}

/** The fact and, for a known error, the remedy. */
function explanationOf(error: unknown): readonly string[] {
  const code = codeOf(error) ?? '';
  const [fact, ...remedy] = FACTS[code] ?? [];
  if (fact === undefined) return [error instanceof Error ? error.message : String(error)];
  return [`${fact} (${code})`, ...remedy];
}

function nameFrom(root: string, path: string): string {
  const name = relative(root, path);
  return name === '' || name.startsWith('..') ? path : name;
}
