import { expect, test } from 'vitest';
import { reportLink } from '#client/report.ts';

const page = 'https://a.example/articles/oil/';
const passage = (words: string, at = 'c1-9') => ({ words, address: `https://a.example/sources/log/#${at}` });
const report = { page, statement: 'It supplied 40% & more.', passages: [passage('40 + "percent" of Əli’s\noil')] };
const BODY = [
  `Page: ${page}`,
  'Statement: It supplied 40% & more.',
  'Passage: 40 + "percent" of Əli’s oil https://a.example/sources/log/#c1-9',
  '',
  'What is wrong:',
  '',
];
const bodyOf = (link: string) => new URL(link).searchParams.get('body') ?? '';

test.for<[address: string, start: string, title: string, end: string]>([
  ['mailto:desk@a.example', 'mailto:desk@a.example?', 'subject', '\r\n'],
  ['mailto:desk@a.example?cc=b@a.example', 'mailto:desk@a.example?cc=b@a.example&', 'subject', '\r\n'],
  ['https://github.com/a/b/issues/new', 'https://github.com/a/b/issues/new?', 'title', '\n'],
  ['https://a.example/issues/new?labels=error', 'https://a.example/issues/new?labels=error&', 'title', '\n'],
  ['https://a.example/form#new', 'https://a.example/form?', 'title', '\n'],
])('to %s has page, statement and passage in it', ([address, start, title, end]) => {
  const link = reportLink(address, report);
  expect(link.startsWith(start)).toBe(true);
  expect(new URL(link).hash).toBe(new URL(address).hash);
  // A program for mail shows a plus as one.
  expect(link).not.toContain('+');
  expect(new URL(link).searchParams.get(title)).toBe('An error on /articles/oil/');
  expect(bodyOf(link)).toBe(BODY.join(end));
});

test('of a page alone has no other lines', () => {
  const link = reportLink('mailto:desk@a.example', { page });
  expect(bodyOf(link)).toBe(`Page: ${page}\r\n\r\nWhat is wrong:\r\n`);
});

test.for<[what: string, statement: string, words: string[]]>([
  ['a long passage', 'It came.', ['one two three '.repeat(300)]],
  ['letters of several bytes', 'ə'.repeat(900), ['“Мұнай” '.repeat(400)]],
  ['one word without end', 'It came.', ['🐟'.repeat(5000)]],
  ['half a character', 'It came.', [`${'a'.repeat(40)}\ud83d`.repeat(99)]],
  ['several passages', 'one two three '.repeat(80), Array.from({ length: 4 }, () => 'four five six '.repeat(60))],
  ['a long list of passages', 'It came.', Array.from({ length: 60 }, () => 'four five six')],
])('of %s is short enough for any program, and still says where', ([, statement, words]) => {
  const passages = words.map((each, index) => passage(each, `c${index}-9999`));
  for (const address of ['mailto:desk@a.example', 'https://github.com/a/b/issues/new']) {
    const link = reportLink(address, { page, statement, passages });
    expect(link.length).toBeLessThanOrEqual(2000);
    expect(bodyOf(link)).toContain(`Page: ${page}`);
    expect(bodyOf(link)).toContain('https://a.example/sources/log/#c0-9999');
    expect(bodyOf(link)).toMatch(/What is wrong:\r?\n$/);
  }
});
