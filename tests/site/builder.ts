import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environment, type Outcome } from './project.ts';

/** What tells the end of a build, with its code. */
const END = /^end of the build: (\d)\n/m;

/** Builds, one after the other, in one process. */
export interface Builder {
  readonly build: () => Promise<Outcome>;
  readonly close: () => void;
}

/**
 * Build the project below `root` as often as it is asked for, without starting Node and Astro anew each time. For builds that
 * fail before the first page: what stops them is the same hook.
 */
export function startBuilder(root: string): Builder {
  const child = spawn(process.execPath, [fileURLToPath(new URL('build-on-request.ts', import.meta.url))], {
    cwd: root,
    env: environment,
  });
  return {
    build: () => {
      child.stdin.write('\n');
      return outcomeOf(child);
    },
    close: () => child.kill(),
  };
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let output = '';
    const end = (settle: () => void) => {
      child.stdout?.off('data', listen);
      child.stderr?.off('data', listen);
      child.off('exit', die);
      settle();
    };
    const die = () => end(() => reject(new Error(output)));
    const listen = (data: Buffer) => {
      output += data;
      const code = END.exec(output)?.[1];
      if (code !== undefined) end(() => resolve({ code: Number(code), output: output.replace(END, '') }));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', die);
  });
}
