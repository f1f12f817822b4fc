import { VFileMessage } from 'vfile-message';
import { expect, test } from 'vitest';
import { parseMdx } from '#markdown/parse.ts';

test.for<[name: string, text: string, at: string, said: RegExp]>([
  ['an element that is left open', 'Grain\n\nThe <b>west.\n', '3:1-3:13', /Expected a closing tag for `<b>`/],
  ['elements that overlap', '<b><i>west</b></i>\n', '1:11-1:15', /Unexpected closing tag/],
  ['an expression that is left open', 'The {west.\n', '1:11-1:11', /Unexpected end of file in expression/],
  ['an expression without sense', 'The {we st}.\n', '1:8-1:8', /Could not parse expression/],
])('%s is a problem with its place', ([, text, at, said]) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if (!('problem' in parsed)) throw new Error('Expected a problem');
  const { place, ...fact } = parsed.problem;
  expect(fact).toMatchObject({
    ruleId: 'article-invalid',
    part: 'syntax',
    file: 'grain.mdx',
    issue: expect.stringMatching(said),
  });
  expect(place && `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`).toBe(at);
  // Nothing of the tokenizer's own fields comes along.
  expect(Object.keys(place?.start ?? {})).toEqual(['line', 'column', 'offset']);
});

/** What the parser throws, whatever the text. */
const parserThatThrows = (error: Error) =>
  Object.defineProperty(new String(''), 'value', {
    enumerable: true,
    get() {
      throw error;
    },
  }) as string;

test('a message of the parser may have no place', () => {
  const parsed = parseMdx(parserThatThrows(new VFileMessage('Too deep')), 'grain.mdx');
  expect(parsed).toEqual({
    problem: { ruleId: 'article-invalid', part: 'syntax', issue: 'Too deep', file: 'grain.mdx', place: undefined },
  });
});

test('a text that takes all of the stack is a problem, too', () => {
  const parsed = parseMdx(parserThatThrows(new RangeError('Maximum call stack size exceeded')), 'grain.mdx');
  expect(parsed).toEqual({
    problem: { ruleId: 'article-invalid', part: 'limit', fault: 'stack', file: 'grain.mdx', place: undefined },
  });
});

test('a bug of a program does not pass for a fault of the author', () => {
  expect(() => parseMdx(parserThatThrows(new TypeError('a bug')), 'grain.mdx')).toThrow(new TypeError('a bug'));
});
