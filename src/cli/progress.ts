import { clearLine, cursorTo } from 'node:readline';

/** In milliseconds since the program began: nobody wonders before. */
const PATIENCE = 1000;
/** In milliseconds: a figure that changes oftener cannot be read. */
const PAUSE = 100;

/** What tells how far a work is, and takes that away at its end. */
export interface Progress {
  readonly tell: (done: number, all: number) => void;
  readonly end: () => void;
}

/**
 * Tell of a work that takes more than a second, on one line of a terminal; elsewhere nothing is written.
 *
 * @param now Milliseconds since the program began.
 */
export function progressOn(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  now: () => number = () => performance.now(),
): Progress {
  let last: number | undefined;
  const clear = () => {
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  return {
    tell: (done, all) => {
      const time = now();
      if (!stream.isTTY || time < PATIENCE || (last !== undefined && time < last + PAUSE)) return;
      last = time;
      clear();
      stream.write(`checking: ${done} of ${all} documents`);
    },
    end: () => {
      if (last !== undefined) clear();
      last = undefined;
    },
  };
}
