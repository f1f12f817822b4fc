import { expect, test } from 'vitest';
import { reportLink } from '#client/report.ts';

const report = {
  page: 'https://a.example/articles/oil/',
  statement: 'It supplied 40% & more.',
  passage: 'https://a.example/sources/log/#c1-9',
};
const BODY =
  'Page: https://a.example/articles/oil/\nStatement: It supplied 40% & more.\nPassage: https://a.example/sources/log/#c1-9\n\nWhat is wrong:\n';

test.for<[address: string, start: string, title: string]>([
  ['mailto:desk@a.example', 'mailto:desk@a.example?', 'subject'],
  ['https://a.example/issues/new', 'https://a.example/issues/new?', 'title'],
  ['https://a.example/issues/new?labels=error', 'https://a.example/issues/new?labels=error&', 'title'],
])('to %s has page, statement and passage in it', ([address, start, title]) => {
  const link = reportLink(address, report);
  expect(link.startsWith(start)).toBe(true);
  const fields = new URL(link).searchParams;
  expect(fields.get(title)).toBe('An error on /articles/oil/');
  expect(fields.get('body')).toBe(BODY);
});

test('of a page alone has no other lines', () => {
  const { searchParams } = new URL(reportLink('mailto:desk@a.example', { page: report.page }));
  expect(searchParams.get('body')).toBe('Page: https://a.example/articles/oil/\n\nWhat is wrong:\n');
});
