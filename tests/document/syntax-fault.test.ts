import { expect, test } from 'vitest';
import { withCause } from '#document/syntax-fault.ts';
import { parseMdx } from '#markdown/parse.ts';

const problemOf = (text: string) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if (!('problem' in parsed)) throw new Error(`Expected a problem of ${text}`);
  return parsed.problem;
};

test.for<[what: string, text: string, at: number]>([
  ['the only one', 'Open {brace and on\n', 5],
  ['after a closed one', 'It {/* a */} is {open\n', 16],
  ['after an escaped one', 'A \\{ is {open\n', 8],
  ['after two backslashes', 'It \\\\{is open\n', 5],
  ['before one in the next paragraph', 'It {is open\n\nAnd { this is, too\n', 3],
])('the problem of an unclosed brace is at that brace: %s', ([, text, at]) => {
  const { place } = withCause(problemOf(text), text);
  expect([place?.start.offset, place?.end.offset]).toEqual([at, at + 1]);
});

/** What stands at the place of a fault, and its cause. */
test.for<[text: string, cause: string, at: string]>([
  ['See `{` at 5 <3\n', 'less-than', '<3'],
  ['A <- B\n', 'less-than', '<-'],
  ['A <b*c> B\n', 'less-than', '<b*'],
  ['Grain <!-- a\nremark --> went\n', 'comment', '<!-- a\nremark -->'],
  ['Grain <!-- went\n', 'comment', '<!'],
  ['See <https://a.example/b> there\n', 'address', '<https://a.example/b>'],
  ['Write to <a@b.example>\n', 'address', '<a@b.example>'],
  ['Grain<br>oats\n', 'void', '<br>'],
  ['<img src="/a.png">\n', 'void', '<img src="/a.png">'],
  ['> Grain<br>\n', 'void', '<br>'],
  ['<i>Grain<br></i>\n', 'void', '</i>'],
  ['The <b>west\n', 'unclosed', '<b>'],
  ['<Event date="2023">\nGrain\n', 'unclosed', '<Event date="2023">'],
  ['The <b>west</i>\n', 'crossed', '</i>'],
  ['The west</b>\n', 'unopened', '</b>'],
  ['The west</br> so\n', 'void', '</br>'],
  ['<Event date=2023>Grain</Event>\n', 'attribute', '<Event date=2023>'],
  ['<Event date="2023>Grain</Event>\n', 'attribute', '<Event date="2023>'],
])('of “%s” the cause is %s', ([text, cause, at]) => {
  const problem = withCause(problemOf(text), text);
  expect(problem).toMatchObject({ part: 'syntax', cause });
  expect(text.slice(problem.place?.start.offset, problem.place?.end.offset)).toBe(at);
});

test.for<[text: string, part: string, fault: string, written: string]>([
  ['It {we st} is\n', 'code', 'expression', '{we st}'],
  ['## Oil {#oil}\n', 'code', 'expression', '{#oil}'],
  ['So \\cite{a b} is\n', 'markup', 'reference', '\\cite{a b}'],
  ['import duties rose\nin May\n', 'code', 'module', 'import duties rose'],
  ['export of grain\n', 'code', 'module', 'export of grain'],
])('“%s” is no problem of syntax, but of %s', ([text, part, fault, written]) => {
  expect(withCause(problemOf(text), text)).toMatchObject({ part, fault, written });
});
