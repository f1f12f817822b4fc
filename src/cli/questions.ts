import { createInterface } from 'node:readline/promises';
import type { Questions } from './terminal.ts';

/** Ask on a terminal. Ctrl-C and the end of input reject with an `AbortError`. */
export function questionsOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Questions {
  const ask = async (question: string): Promise<string> => {
    const lines = createInterface({ input, output, terminal: true });
    const closed = new AbortController();
    lines.on('close', () => closed.abort());
    try {
      return (await lines.question(question, { signal: closed.signal })).trim();
    } finally {
      lines.close();
    }
  };
  const choose: Questions['choose'] = async (question, choices) => {
    const answer = await ask(`${question} (1 to ${choices.length}) `);
    const index = choices.findIndex((_, at) => `${at + 1}` === answer);
    return index === -1 ? choose(question, choices) : index;
  };
  return {
    choose: (question, choices) => {
      output.write(choices.map((choice) => `${choice}\n`).join(''));
      return choose(question, choices);
    },
    confirm: async (question) => /^y(?:es)?$/i.test(await ask(`${question} (y/N) `)),
    text: async (question, initial = '') => (await ask(`${question}${initial && ` (${initial})`}: `)) || initial,
  };
}
