import { VFileMessage } from 'vfile-message';
import { expect, test } from 'vitest';
import { nodesOf } from '#citation/nodes.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Place } from '#text/location.ts';

test.for<[name: string, text: string, at: string, issue: RegExp]>([
  ['an unclosed element', 'Grain\n\nThe <b>west.\n', '3:5-3:8', /Expected a closing tag for `<b>`/],
  [
    'an element that is unclosed at the end of the file',
    'So.\n\n<b>\n  So.\n',
    '3:1-3:4',
    /Expected a closing tag for `<b>`/,
  ],
  ['one after lines that end at a CR', 'So.\r\rSo.\r\r<b>\r\n  So.\n', '1:11-1:14', /Expected a closing tag for `<b>`/],
  ['elements that overlap', '<b><i>west</b></i>\n', '1:11-1:15', /Unexpected closing tag/],
  ['an unclosed expression', 'The {west.\n', '1:11-1:11', /Unexpected end of file in expression/],
  ['an invalid expression', 'The {we st}.\n', '1:8-1:8', /Could not parse expression/],
])('%s is a problem with its place', ([, text, at, issue]) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if (!('problem' in parsed)) throw new Error('Expected a problem');
  const { place, ...fact } = parsed.problem;
  expect(fact).toMatchObject({
    ruleId: 'article-invalid',
    part: 'syntax',
    file: 'grain.mdx',
    issue: expect.stringMatching(issue),
  });
  expect(place && `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`).toBe(at);
  // Without the tokenizer's further fields.
  expect(Object.keys(place?.start ?? {})).toEqual(['line', 'column', 'offset']);
});

/** Type, words and place of each node of these types, in order. */
function placesOf(text: string, ...kinds: readonly string[]) {
  const parsed = parseMdx(text, 'grain.mdx');
  if (!('tree' in parsed)) throw new Error('Expected a tree');
  return nodesOf(parsed.tree)
    .filter(({ type }) => kinds.includes(type))
    .map(({ type, position }) => {
      const { start, end } = position as Place;
      const words = text.slice(start.offset, end.offset);
      return `${type} ${words} ${start.line}:${start.column}-${end.line}:${end.column}`;
    });
}

test.for<[text: string, ...places: string[]]>([
  // Recognized by the parser itself.
  [
    'See www.a.example.',
    'text See  1:1-1:5',
    'link www.a.example 1:5-1:18',
    'text www.a.example 1:5-1:18',
    'text . 1:18-1:19',
  ],
  // Split from a text afterwards: alone, between others, and twice.
  ['<b>www.a.example</b>', 'link www.a.example 1:4-1:17', 'text www.a.example 1:4-1:17'],
  [
    'So\n—www.a.example, [c@d.example, *e* —www.a.example',
    'text So\n— 1:1-2:2',
    'link www.a.example 2:2-2:15',
    'text www.a.example 2:2-2:15',
    'text , [ 2:15-2:18',
    'link c@d.example 2:18-2:29',
    'text c@d.example 2:18-2:29',
    'text ,  2:29-2:31',
    'text e 2:32-2:33',
    'text  — 2:34-2:36',
    'link www.a.example 2:36-2:49',
    'text www.a.example 2:36-2:49',
  ],
  // The same words also occur before.
  [
    '*x —* —www.a.example',
    'text x — 1:2-1:5',
    'text  — 1:6-1:8',
    'link www.a.example 1:8-1:21',
    'text www.a.example 1:8-1:21',
  ],
  // Decoded text is not found, and gets an empty place.
  // It is not searched for after the next node.
  [
    'x&#46;www.a.example *x.*',
    'text  1:1-1:1',
    'link www.a.example 1:7-1:20',
    'text www.a.example 1:7-1:20',
    'text   1:20-1:21',
    'text x. 1:22-1:24',
  ],
])('bare addresses and the text around them have places: “%s”', ([text, ...places]) => {
  expect(placesOf(text, 'text', 'link')).toEqual(places);
});

test('lines end as in an editor, not at a CR without LF', () => {
  expect(placesOf('One\rtwo [three](/four).\r\n\nFive\r*six*.\n', 'link', 'emphasis', 'paragraph')).toEqual([
    'paragraph One\rtwo [three](/four). 1:1-1:24',
    'link [three](/four) 1:9-1:23',
    'paragraph Five\r*six*. 3:1-3:12',
    'emphasis *six* 3:6-3:11',
  ]);
  expect(placesOf('One\r<b title="two">three</b>\n', 'mdxJsxTextElement')).toEqual([
    'mdxJsxTextElement <b title="two">three</b> 1:5-1:29',
  ]);
});

/** A text for which the parser throws this error. */
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

test('a stack overflow is a problem, too', () => {
  const parsed = parseMdx(parserThatThrows(new RangeError('Maximum call stack size exceeded')), 'grain.mdx');
  expect(parsed).toEqual({
    problem: { ruleId: 'article-invalid', part: 'limit', fault: 'stack', file: 'grain.mdx', place: undefined },
  });
});

test('a bug is not reported as an error of the author', () => {
  expect(() => parseMdx(parserThatThrows(new TypeError('a bug')), 'grain.mdx')).toThrow(new TypeError('a bug'));
});
