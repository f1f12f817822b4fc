import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { questionsOn } from '#cli/questions.ts';
import type { Questions } from '#cli/terminal.ts';

/** Ask where somebody types each of `keys` as soon as the next question is printed. */
async function answered<Answer>(keys: readonly string[], ask: (questions: Questions) => Promise<Answer>) {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const left = keys.values();
  let printed = '';
  output.on('data', (text: string) => {
    printed += text;
    // Finally the cursor goes after the question.
    if (/\[(?!1G)\d+G$/.test(text)) input.write(left.next().value ?? '');
  });
  const answer = await ask(questionsOn(input, output));
  return { answer, printed };
}

test.for<[keys: string, answer: boolean]>([
  ['y\r', true],
  ['YES\r', true],
  ['\r', false],
  ['n\r', false],
  ['yesterday\r', false],
])('the answer %j is agreement: %s', async ([keys, agreed]) => {
  const { answer, printed } = await answered([keys], ({ confirm }) => confirm('Pin it?'));
  expect(answer).toBe(agreed);
  expect(printed).toContain('Pin it? (y/N) ');
});

test('a choice is made by number, and asked for until one is given', async () => {
  const { answer, printed } = await answered(['\r', '3\r', '2\r'], ({ choose }) => choose('Which?', ['1  a', '2  b']));
  expect(answer).toBe(1);
  expect(printed).toMatch(/^1 {2}a\n2 {2}b\n/);
  expect(printed.match(/Which\? \(1 to 2\) /g)).toHaveLength(3);
});

test('an empty answer takes the text offered', async () => {
  const { answer, printed } = await answered(['\r'], ({ text }) => text('Title', 'Ship wrecks'));
  expect(answer).toBe('Ship wrecks');
  expect(printed).toContain('Title (Ship wrecks): ');
  expect(await answered([' Wrecks \r'], ({ text }) => text('Title'))).toMatchObject({ answer: 'Wrecks' });
});

test.for([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
] as const)('a question is left with %s', async ([, key]) => {
  await expect(answered([key], ({ confirm }) => confirm('Pin it?'))).rejects.toMatchObject({ name: 'AbortError' });
});
