import { Writable } from 'node:stream';
import type { Questions, Terminal } from '#cli/terminal.ts';
import { PLAIN } from '#problem/print.ts';

/** What a command said, stream by stream. */
export interface Said {
  out: string;
  complaints: string;
}

/** A terminal in memory. With `answers` somebody sits at it: a number chooses, a word is typed, a truth value confirms. */
export function terminalOf(answers?: readonly (number | boolean | string)[]): { terminal: Terminal; said: Said } {
  const said: Said = { out: '', complaints: '' };
  const stream = (name: 'out' | 'complaints') =>
    new Writable({
      write: (chunk, _encoding, done) => {
        said[name] += chunk;
        done();
      },
    });
  const left = answers?.values();
  const answer = async (question: string) => {
    said.complaints += `? ${question}\n`;
    const { value, done } = left?.next() ?? {};
    if (done) throw new Error(`Nobody answers: ${question}`);
    return value;
  };
  const ask: Questions = {
    choose: async (question, choices) => {
      said.complaints += choices.map((choice) => `  ${choice}\n`).join('');
      return Number(await answer(question));
    },
    confirm: async (question) => Boolean(await answer(question)),
    text: async (question, initial = '') => String((await answer(question)) ?? initial),
  };
  const terminal: Terminal = {
    style: PLAIN,
    out: stream('out'),
    complaints: stream('complaints'),
    ask: answers && ask,
  };
  return { terminal, said };
}
