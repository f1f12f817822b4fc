import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Style } from '#problem/print.ts';
import { selectRules } from './select-rules.ts';
import { usageError } from './terminal.ts';

const RULES = new URL('../../docs/rules/', import.meta.url);

/** Print the documentation of a rule: why it exists, what to do, and what the check says of its example. */
export function explainRule(
  rule: string,
  style: Style,
  out: { readonly write: (text: string) => void },
  err: NodeJS.WritableStream,
): 0 | 2 {
  const selection = selectRules([rule]);
  if ('error' in selection) return usageError({ err }, selection.error);
  const [id = ''] = selection.rules;
  const read = (name: string) => readFileSync(fileURLToPath(new URL(`${id}/${name}`, RULES)), 'utf8').trimEnd();
  out.write(`${style.rule(id)}\n\n${read('about.md')}\n\n${style.file('## For example')}\n\n${read('expected.txt')}\n`);
  return 0;
}
