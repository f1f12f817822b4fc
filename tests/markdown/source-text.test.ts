import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import type { PublishedRun } from '#corpus/publish-source.ts';
import { slipGloss, slipsOf, sourceLine } from '#markdown/source-text.ts';

const run = (text: string, more: Partial<PublishedRun> = {}): PublishedRun => ({
  text,
  at: 0,
  passages: [],
  starts: [],
  region: undefined,
  slip: undefined,
  ...more,
});
const slip: NonNullable<PublishedRun['slip']> = {
  printed: 'p0rt',
  read: 'port',
  certainty: 'certain',
  note: 'A digit.',
};

describe('a line of a source', () => {
  test.for<[name: string, runs: PublishedRun[], html: string]>([
    ['that is empty', [], ''],
    ['with nothing marked', [run('  The storm ')], '  The storm '],
    [
      'with characters that are not seen',
      [run('a\u202eb\u200b')],
      'a<span class="unseen" data-pagefind-ignore="">U+202E</span>b<span class="unseen" data-pagefind-ignore="">U+200B</span>',
    ],
    [
      'that begins with a character that is not seen',
      [run('\u200ba')],
      '<span class="unseen" data-pagefind-ignore="">U+200B</span>a',
    ],
    ['with markup in it', [run('<b>*bold*</b> {1 + 1} &amp;')], '&#x3C;b>*bold*&#x3C;/b> {1 + 1} &#x26;amp;'],
    [
      'with passages that overlap',
      [
        run('The ', { passages: ['c0-9'], starts: ['c0-9'] }),
        run('storm', { passages: ['c0-9', 'c4-12'], starts: ['c4-12'] }),
      ],
      '<span id="c0-9" class="landing"></span><span class="cited c0-9">The </span><span id="c4-12" class="landing"></span><span class="cited c0-9 c4-12">storm</span>',
    ],
    [
      'with a slip in a caption',
      [run('The '), run('p0rt', { slip, region: 'boilerplate' })],
      'The <span class="slip boilerplate">p0rt</span>',
    ],
  ])('%s is set to the character', ([, runs, html]) => {
    expect(toHtml(sourceLine(runs))).toBe(html);
  });
});

describe('the slips of a line', () => {
  test('are listed once each, though a passage begins inside one', () => {
    const other = { ...slip, note: undefined };
    const third = { ...slip, read: 'fort' };
    const fourth = { ...slip, printed: 'porf' };
    const runs = [slip, slip, other, third, fourth].map((one) => run('x', { slip: one }));
    expect(slipsOf([run('The '), ...runs])).toEqual([slip, other, third, fourth]);
  });

  test.for<[one: typeof slip, html: string]>([
    [slip, 'Printed <q>p0rt</q>, read <em>port</em> (certain): A digit.'],
    [{ ...slip, note: undefined }, 'Printed <q>p0rt</q>, read <em>port</em> (certain)'],
    [{ ...slip, read: undefined, certainty: 'unsettled' }, 'Printed <q>p0rt</q> (unsettled): A digit.'],
  ])('say what is printed and how it is read', ([one, html]) => {
    expect(toHtml(slipGloss(one))).toBe(html);
  });
});
