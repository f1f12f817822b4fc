import { VFileMessage } from 'vfile-message';
import { expect, test } from 'vitest';
import { nodesOf } from '#citation/nodes.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Place } from '#text/location.ts';

test.for<[name: string, text: string, at: string, said: RegExp]>([
  ['an element that is left open', 'Grain\n\nThe <b>west.\n', '3:1-3:13', /Expected a closing tag for `<b>`/],
  [
    'an element that is left open where the file ends',
    'So.\n\n<b>\n  So.\n',
    '3:1-3:4',
    /Expected a closing tag for `<b>`/,
  ],
  ['one far down and to the right', `${'\n'.repeat(9)}         <b>\n  So.\n`, '10:10-10:13', /Expected a closing tag/],
  [
    'one behind lines that end at a CR',
    'So.\r\rSo.\r\r<b>\r\n  So.\n',
    '1:11-1:14',
    /Expected a closing tag for `<b>`/,
  ],
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

/** The places of nodes of a text, in order: kind, words, lines and columns. */
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
  // Where the parser itself sees them.
  [
    'See www.a.example.',
    'text See  1:1-1:5',
    'link www.a.example 1:5-1:18',
    'text www.a.example 1:5-1:18',
    'text . 1:18-1:19',
  ],
  // Where they are cut out of a text: alone, before and behind others, in an element, and twice.
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
  [
    '*e* [c@d.example] *f*',
    'text e 1:2-1:3',
    'text  [ 1:4-1:6',
    'link c@d.example 1:6-1:17',
    'text c@d.example 1:6-1:17',
    'text ]  1:17-1:19',
    'text f 1:20-1:21',
  ],
  // Where the same words stand before, too.
  [
    '*x —* —www.a.example',
    'text x — 1:2-1:5',
    'text  — 1:6-1:8',
    'link www.a.example 1:8-1:21',
    'text www.a.example 1:8-1:21',
  ],
  // What Markdown has decoded is not found, and has the place where it begins.
  ['x&#46;www.a.example', 'text  1:1-1:1', 'link www.a.example 1:7-1:20', 'text www.a.example 1:7-1:20'],
  // Nor is it looked for beyond what stands next.
  [
    'x&#46;www.a.example *x.*',
    'text  1:1-1:1',
    'link www.a.example 1:7-1:20',
    'text www.a.example 1:7-1:20',
    'text   1:20-1:21',
    'text x. 1:22-1:24',
  ],
  ['&amp;www.a.example', 'text & 1:1-1:2', 'link www.a.example 1:6-1:19', 'text www.a.example 1:6-1:19'],
])('the parts of “%s” have places of their own', ([text, ...places]) => {
  expect(placesOf(text, 'text', 'link')).toEqual(places);
});

test('lines end where they do in an editor, and at no CR alone', () => {
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
