import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { errataOf, erratumGloss, sourceBlocks, sourceLine, statementsByLine } from '#markdown/source-text.ts';
import type { PublishedLine, PublishedRun } from '#publication/publish-source.ts';

const run = (text: string, more: Partial<PublishedRun> = {}): PublishedRun => ({
  text,
  at: 0,
  passages: [],
  starts: [],
  region: undefined,
  slip: undefined,
  ...more,
});
const csl = { id: 'log', type: 'report', title: 'The log', language: 'en', note: '' };
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
      'with invisible characters',
      [run('a\u202eb\u200b')],
      'a<span class="unseen" data-pagefind-ignore="">U+202E</span>b<span class="unseen" data-pagefind-ignore="">U+200B</span>',
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
      'with an erratum in a caption',
      [run('The '), run('p0rt', { slip, region: 'boilerplate' })],
      'The <span class="slip boilerplate">p0rt</span>',
    ],
  ])('%s is rendered without any change', ([, runs, html]) => {
    expect(toHtml(sourceLine(runs))).toBe(html);
  });
});

describe('the errata of a line', () => {
  test('are listed once each, although a passage begins inside one', () => {
    const other = { ...slip, note: undefined };
    const third = { ...slip, read: 'fort' };
    const fourth = { ...slip, printed: 'porf' };
    const runs = [slip, slip, other, third, fourth].map((one) => run('x', { slip: one }));
    expect(errataOf([run('The '), ...runs])).toEqual([slip, other, third, fourth]);
  });

  test.for<[one: typeof slip, html: string]>([
    [slip, 'Printed <q>p0rt</q>, read <em>port</em> (certain): A digit.'],
    [{ ...slip, note: undefined }, 'Printed <q>p0rt</q>, read <em>port</em> (certain)'],
    [{ ...slip, read: undefined, certainty: 'unsettled' }, 'Printed <q>p0rt</q> (unsettled): A digit.'],
  ])('say what is printed and how to read it', ([one, html]) => {
    expect(toHtml(erratumGloss(one))).toBe(html);
  });
});

describe('the lines of a source', () => {
  const statement = (href: string, text: string) => ({ href, text, title: "The harbor's log", number: 3 });
  const passage = (id: string, line: number, ...hrefs: string[]) => ({
    id,
    line,
    statements: hrefs.map((href) => statement(href, 'It was "closed".')),
  });
  const line = (number: number, runs: PublishedRun[], reason?: string): PublishedLine => ({ number, runs, reason });
  const render = (one: PublishedLine, ...passages: ReturnType<typeof passage>[]) =>
    toHtml(sourceBlocks({ lines: [one], csl }, statementsByLine({ passages })));

  test.for<[name: string, html: string, expected: string]>([
    [
      'with a number that links to it',
      render(line(7, [run('The storm')]), passage('c0-3', 8, '/a/')),
      '<div class="block plain"><div class="line" id="L7"><a class="number" href="#L7" aria-label="Line 7">7</a><span class="words">The storm</span></div></div>',
    ],
    [
      'that is not published',
      render({ number: 7, to: 7, reason: 'Private.', kind: 'withheld' }),
      '<div class="block plain"><div class="line apart" id="L7"><span class="number">7</span> <span class="absent">Line 7: Private.</span></div></div>',
    ],
    [
      'that are not published',
      render({ number: 7, to: 9, reason: 'Private.', kind: 'withheld' }),
      '<div class="block plain"><div class="line apart" id="L7"><span class="number">7</span> <span class="absent">Lines 7 to 9: Private.</span></div></div>',
    ],
  ])('are rendered %s', ([, html, expected]) => {
    expect(html).toBe(expected);
  });

  test('open what there is to say on them: errata, and the statements that rest on them, each once, by document', () => {
    const html = render(line(7, [run('p0rt', { slip })]), passage('c0-3', 7, '/a/', '/b/'), passage('c1-2', 7, '/b/'));
    expect(html).toContain(
      '<button type="button" class="more" popovertarget="on-L7" aria-label="Line 7: 2 statements, misprint">2<span> statements, misprint</span></button>',
    );
    expect(html).toContain('<div id="on-L7" class="sheet small" popover="" data-pagefind-ignore="">');
    expect(html).toContain('<p class="gloss">Printed <q>p0rt</q>');
    expect(html).toContain('<p class="title">The harbor’s log <span class="quiet">(2)</span></p>');
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('<li><a href="/b/">It was “closed”.</a> <span class="quiet">note 3</span></li>');
    expect(render(line(7, []), passage('c0-3', 7, '/a/'))).toContain('>1<span> statement</span>');
  });

  test('open the reason why they are dimmed', () => {
    const html = render(line(7, [], 'A caption.'));
    expect(html).toContain('<div class="line apart" id="L7">');
    expect(html).toContain('aria-label="Line 7: why dimmed">*<span> why dimmed</span></button>');
    expect(html).toContain('<p class="quiet">A caption.</p>');
  });
});
