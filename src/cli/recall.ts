import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasFastPaths } from '#io/fast-paths.ts';
import { fingerprint, hasLeftovers } from '#io/fingerprint.ts';
import { cacheFolder } from '#io/kept-results.ts';

/** What a check printed, and its exit code. */
interface Outcome {
  readonly printed: string;
  readonly code: 0 | 1;
}

/** A check whose outcome is known, or can be kept for the next time. */
export interface Recall {
  readonly known: Outcome | undefined;
  /** Keep an outcome, unless something was changed since the recall was made. */
  readonly keep: (outcome: Outcome) => void;
}

/** How many outcomes are kept. */
const MOST = 16;

/** What the colours of a terminal depend on. */
const COLOURS = ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'TERM', 'COLORTERM', 'CI'];

/**
 * Look up what a check of the same bytes by the same program printed, in `node_modules/.cache` below `root`. `undefined` for commands
 * that do more than to read and print, and where nothing can be kept. A build never asks here.
 *
 * @param words Those of the command line.
 */
export function recall(root: string, words: readonly string[]): Recall | undefined {
  if (!hasFastPaths() || !isPlainCheck(words) || !existsSync(join(root, 'node_modules'))) return undefined;
  const folder = cacheFolder(root);
  const surroundings = [`${process.stdout.isTTY}`, ...COLOURS.map((name) => `${name}=${process.env[name]}`)];
  const state = () => fingerprint(root, [...words, ...surroundings]);
  try {
    if (hasLeftovers(root)) return undefined;
    const key = state();
    return {
      known: read(join(folder, `${key}.json`)),
      keep: (outcome) => {
        try {
          if (state() === key) write(folder, key, outcome);
        } catch {
          // A full disk, or one that may not be written to: the next check takes as long as this one.
        }
      },
    };
  } catch {
    // The check itself says what can't be read.
    return undefined;
  }
}

/** `--fix` writes, `--watch` goes on, and `--help` is another thing. */
function isPlainCheck([command, ...options]: readonly string[]): boolean {
  return command === 'check' && options.every((option) => /^(?!-)|^--(?:format|only|max-warnings)(?:=|$)/.test(option));
}

function read(path: string): Outcome | undefined {
  try {
    const { printed, code }: Partial<Outcome> = JSON.parse(readFileSync(path, 'utf8'));
    return typeof printed === 'string' && (code === 0 || code === 1) ? { printed, code } : undefined;
  } catch {
    return undefined;
  }
}

/** Write an outcome whole or not at all; the oldest give way. */
function write(folder: string, key: string, outcome: Outcome): void {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${key}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, JSON.stringify(outcome));
    renameSync(temporary, join(folder, `${key}.json`));
  } finally {
    rmSync(temporary, { force: true });
  }
  const age = (path: string) => statSync(path).mtimeMs;
  const paths = readdirSync(folder).map((name) => join(folder, name));
  for (const path of paths.sort((a, b) => age(b) - age(a)).slice(MOST)) rmSync(path, { force: true });
}
