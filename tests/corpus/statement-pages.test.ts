import { describe, expect, test } from 'vitest';
import {
  groupByLine,
  type StatementGroup,
  shorten,
  statementPageAddress,
  statementPages,
} from '#corpus/statement-pages.ts';

const statementsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    href: `/a/#${index}`,
    title: 'A',
    claim: 'It was.',
    number: index + 1,
  }));
const group = (id: string, count: number): StatementGroup => ({
  id,
  name: id.toUpperCase(),
  statements: statementsOf(count),
});
const sizes = (groups: readonly StatementGroup[]) =>
  statementPages(groups).map((page) => page.map(({ id, statements }) => `${id} ${statements.length}`));

describe('pages of statements', () => {
  test.for<[name: string, groups: StatementGroup[], pages: string[][]]>([
    ['are none for short lists', [group('a', 0), group('b', 100)], []],
    ['have the long lists only', [group('a', 101), group('b', 100), group('c', 99)], [['a 101']]],
    ['have several lists as long as there is room', [group('a', 101), group('b', 150)], [['a 101', 'b 99'], ['b 51']]],
    ['have one list over several', [group('a', 450), group('b', 150)], [['a 200'], ['a 200'], ['a 50', 'b 150']]],
    ['are not begun for nothing', [group('a', 200), group('b', 200)], [['a 200'], ['b 200']]],
  ])('%s', ([, groups, pages]) => {
    expect(sizes(groups)).toEqual(pages);
    const long = groups.filter(({ statements }) => statements.length > 100);
    const listed = Map.groupBy(statementPages(groups).flat(), ({ id }) => id);
    for (const { id, statements } of long)
      expect(listed.get(id)?.flatMap((part) => part.statements)).toEqual(statements);
  });

  test('never have more than two hundred, however many articles there are', () => {
    const pages = statementPages([group('a', 12_345), group('b', 777)]);
    expect(Math.max(...pages.map((page) => page.reduce((sum, { statements }) => sum + statements.length, 0)))).toBe(
      200,
    );
  });
});

test('a long list is shown in part, with the page that it begins on', () => {
  const groups = [group('a', 150), group('b', 100), group('c', 300)];
  const [a, b, c] = groups.map(shorten(groups, '/places/'));
  expect(a).toEqual({ shown: statementsOf(20), rest: { count: 150, href: '/places/statements/1/#a' } });
  expect(b).toEqual({ shown: statementsOf(100), rest: undefined });
  expect(c?.rest?.href).toBe('/places/statements/1/#c');
  const [, behind] = [group('a', 200), group('b', 101)].map(shorten([group('a', 200), group('b', 101)], '/places/'));
  expect(behind?.rest?.href).toBe('/places/statements/2/#b');
  expect(statementPageAddress('/places/', 3)).toBe('/places/statements/3/');
});

test('statements on a source are grouped by the line that their passages start on, each once, in our own marks', () => {
  const to = (href: string) => ({ href, title: "A's", claim: 'It "was".', number: 1 });
  const groups = groupByLine([
    { id: 'c0-9', line: 3, statements: [to('/a/'), to('/b/')] },
    { id: 'c4-9', line: 3, statements: [to('/b/')] },
    { id: 'c90-99', line: 8, statements: [to('/a/')] },
  ]);
  const curled = (href: string) => ({ href, title: 'A’s', claim: 'It “was”.', number: 1 });
  expect(groups).toEqual([
    { id: 'L3', name: 'Line 3', statements: [curled('/a/'), curled('/b/')] },
    { id: 'L8', name: 'Line 8', statements: [curled('/a/')] },
  ]);
});
