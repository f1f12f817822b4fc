import { clearLine, cursorTo } from 'node:readline';

/** In milliseconds since the program began: before that, nobody wonders. */
const PATIENCE = 1000;
/** In milliseconds: a figure that changes more often cannot be read. */
const PAUSE = 100;

export interface Progress {
  readonly update: (done: number, all: number) => void;
  readonly clear: () => void;
}

/**
 * Show the progress of work that takes more than a second, on one line of a terminal; elsewhere nothing is written.
 *
 * @param now Milliseconds since the program began.
 */
export function progressOn(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  now: () => number = () => performance.now(),
): Progress {
  let last: number | undefined;
  const clear = () => {
    if (last === undefined) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  return {
    update: (done, all) => {
      const time = now();
      if (!stream.isTTY || time < PATIENCE || (last !== undefined && time < last + PAUSE)) return;
      clear();
      last = time;
      stream.write(`checking: ${done} of ${all} documents`);
    },
    clear,
  };
}
