import { relative } from 'node:path';
import { codeOf } from './code-of.ts';
import { NotAProject, NotAText } from './read-corpus.ts';
import { NoPlaceForOutput } from './staged-output.ts';
import { ChangedMeanwhile } from './write-file.ts';

/** What the system says of a file, and what to do about it. */
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
 * Tell in a sentence why a file could not be read or written, with the next step; `undefined` for an error of another kind.
 * Files are named from `root`.
 *
 * @param did What was tried, where the system does not tell: it opens a file for both.
 */
export function describeTrouble(error: unknown, root: string, did: 'read' | 'write' = 'read'): string | undefined {
  if (error instanceof NotAProject) return `${error.message}; run this in the folder of the project`;
  if (error instanceof NotAText || error instanceof NoPlaceForOutput) return error.message;
  if (error instanceof ChangedMeanwhile) return sayUnwritten(nameFrom(root, error.message), error);
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const { syscall } = error;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const verb = typeof syscall === 'string' && READING.has(syscall) ? 'read' : syscall === 'open' ? did : 'write';
  const name = path === undefined ? 'a file' : `\`${nameFrom(root, path)}\``;
  return [`Cannot ${verb} ${name}: ${factOf(error)}`, ...remedyOf(error)].join('; ');
}

/** Tell in a sentence why a command could not write `file`. */
export function sayUnwritten(file: string, error: unknown): string {
  const cannot = `Cannot write \`${file}\``;
  if (error instanceof ChangedMeanwhile) return `${cannot}: somebody else changed it meanwhile; run this again`;
  if (codeOf(error) === 'EEXIST') return `${cannot}: it is there already, and was left as it is`;
  return [`${cannot}: ${factOf(error)}`, 'nothing was changed', ...remedyOf(error)].join('; ');
}

function factOf(error: unknown): string {
  const code = codeOf(error) ?? '';
  const [fact] = FACTS[code] ?? [];
  return fact === undefined ? (error instanceof Error ? error.message : String(error)) : `${fact} (${code})`;
}

function remedyOf(error: unknown): string[] {
  return FACTS[codeOf(error) ?? '']?.slice(1) ?? [];
}

function nameFrom(root: string, path: string): string {
  const name = relative(root, path);
  return name === '' || name.startsWith('..') ? path : name;
}
