import { Writable } from 'node:stream';
import type { Questions, Terminal } from '#cli/terminal.ts';
import { PLAIN } from '#problem/print.ts';

/** What a command said, stream by stream. */
export interface Printed {
  out: string;
  err: string;
}

/**
 * A terminal in memory. With `answers` somebody sits at it: a number chooses, a word is typed, a truth value confirms.
 */
export function terminalOf(answers?: readonly (number | boolean | string)[]): { terminal: Terminal; printed: Printed } {
  const printed: Printed = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    new Writable({
      write: (chunk, _encoding, done) => {
        printed[name] += chunk;
        done();
      },
    });
  const left = answers?.values();
  const answer = async (question: string) => {
    printed.err += `? ${question}\n`;
    const { value, done } = left?.next() ?? {};
    if (done) throw new Error(`Nobody answers: ${question}`);
    return value;
  };
  const ask: Questions = {
    choose: async (question, choices) => {
      printed.err += choices.map((choice) => `  ${choice}\n`).join('');
      return Number(await answer(question));
    },
    confirm: async (question) => Boolean(await answer(question)),
    text: async (question, initial = '') => String((await answer(question)) ?? initial),
  };
  const terminal: Terminal = {
    style: PLAIN,
    out: stream('out'),
    err: stream('err'),
    ask: answers && ask,
  };
  return { terminal, printed };
}
