import { VFileMessage } from 'vfile-message';
import { explain } from './explain.ts';
import type { Problem } from './problem.ts';

/** Turn a problem into a message for editors and for Astro's overlay. Every problem is fatal: nothing may be published with it. */
export function toMessage(problem: Problem): VFileMessage {
  const { reason, notes, help } = explain(problem);
  const message = new VFileMessage(reason, {
    place: problem.place ?? { line: 1, column: 1 },
    ruleId: problem.ruleId,
    source: 'citations',
  });
  message.file = problem.file;
  message.fatal = true;
  message.note = [...notes, `help: ${help}`].join('\n');
  message.url = `/problems/${problem.ruleId}/`;
  return message;
}
