import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readElements } from '#document/elements.ts';
import { parseMdx } from '#markdown/parse.ts';

const NOTES = '\n\n[^a]: Words.\n\n[^b]: Words.\n';

function read(body: string) {
  const text = `${body}${NOTES}`;
  const parsed = parseMdx(text, 'page.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const { problems, mentions, ...reading } = readElements(parsed.tree, text, 'page.mdx');
  const cut = ({ start, end }: { start: { offset: number }; end: { offset: number } }) =>
    text.slice(start.offset, end.offset);
  return {
    ...reading,
    mentions: mentions.map(({ slug, place }) => [slug, cut(place)]),
    problems: problems.map(({ place, file, ruleId, ...fact }) => ({ ...fact, at: place && cut(place) })),
  };
}

function expectFaults(body: string, element: string, faults: readonly object[]): void {
  const { problems } = read(body);
  expect(problems).toMatchObject(faults.map((fault) => ({ part: 'element', element, ...fault })));
  expect(problems).toHaveLength(faults.length);
}

const point = (attributes: string, words = 'Words.[^a]') =>
  `<Chart title="Ships" unit="ships">\n<Point ${attributes} label="it" by="A" when="now">${words}</Point>\n</Chart>`;

describe('an event', () => {
  test('has its words, footnotes, date and themes', () => {
    const { events, mentions, problems } = read(
      '<Event date="1991-12-25?" themes="a-b  c" label=" Ships come ">\nIt *was* so,[^b] `here`{/* a remark */}.[^a]\n\nAnd\nso.[^a]\n</Event>',
    );
    expect(problems).toEqual([]);
    expect(events).toEqual([
      {
        offset: 0,
        text: 'It was so, here. And so.',
        footnotes: ['b', 'a'],
        date: expect.objectContaining({ edtf: '1991-12-25', inferred: true }),
        themes: ['a-b', 'c'],
        label: 'Ships come',
      },
    ]);
    expect(mentions).toEqual([
      ['a-b', 'a-b'],
      ['c', 'c'],
    ]);
  });

  test.for<[name: string, body: string, count: number]>([
    ['on one line', '<Event themes="a">Words.[^a]</Event>', 1],
    ['on the line after another', '<Event themes="a">Words.[^a]</Event>\n<Event themes="a">Words.[^b]</Event>', 2],
    ['next to a comment', '<Event themes="a">Words.[^a]</Event> {/* a remark */}', 1],
    ['apart from HTML elements and fragments', '<section>\n<b>Words.</b>\n</section>\n\n<>Words.</>', 0],
  ])('is read %s', ([, body, count]) => {
    const { events, problems } = read(body);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(count);
    expect(events.every(({ text }) => text === 'Words.')).toBe(true);
  });

  test.for<[name: string, body: string, faults: object[]]>([
    [
      'with an invalid date after themes on two lines',
      '<Event themes="a\n b" date="x">Words.[^a]</Event>',
      [{ fault: 'value', at: 'x' }],
    ],
    ['without words', '<Event themes="a" />', [{ fault: 'no-footnote', at: '<Event' }]],
    ['in another', '<Event themes="a">\n<Event themes="a">\nWords.[^a]\n</Event>\n</Event>', [{ fault: 'place' }]],
    ['in a footnote', 'Words.[^c]\n\n[^c]: <Event themes="a">Words.[^a]</Event>', [{ fault: 'place' }]],
    ['in a quotation', '> <Event themes="a">Words.[^a]</Event>', [{ fault: 'place', expected: 'document' }]],
    [
      'with an attribute twice',
      '<Event themes="a" date="x" date="1991">Words.[^a]</Event>',
      [
        { fault: 'duplicate', attribute: 'date', at: 'date="1991"' },
        { fault: 'value', path: 'date', at: 'x' },
      ],
    ],
    [
      'with an expression as one attribute, and without another',
      '<Event date={1991}>Words.[^a]</Event>',
      [
        { fault: 'expression', attribute: 'date', at: 'date={1991}' },
        { fault: 'key-missing', path: 'themes' },
      ],
    ],
    [
      'with spread attributes and an invalid one',
      '<Event {...more} date="x">Words.[^a]</Event>',
      [{ fault: 'expression' }, { fault: 'value', path: 'date' }],
    ],
    ['with an empty label', '<Event themes="a" label="">Words.[^a]</Event>', [{ fault: 'value', path: 'label' }]],
    ['with an empty list of themes', '<Event themes=" ">Words.[^a]</Event>', [{ fault: 'value', at: ' ' }]],
    [
      'with the attribute `__proto__`',
      '<Event themes="a" __proto__="b">Words.[^a]</Event>',
      [{ fault: 'key-unknown', path: '__proto__', at: '__proto__' }],
    ],
    [
      'with a misspelt required attribute',
      '<Event theme="a">Words.[^a]</Event>',
      [{ fault: 'key-unknown', path: 'theme', at: 'theme', suggestions: ['themes'] }],
    ],
  ])('%s is a problem', ([, body, faults]) => {
    expectFaults(body, 'Event', faults);
  });

  test('with a reference to a missing footnote has no problem of its own', () => {
    expect(read('<Event themes="a">\nWords.[^missing]\n</Event>')).toMatchObject({ events: [], problems: [] });
  });

  test('with another problem still names its themes', () => {
    expect(read('<Event themes="a" date="x">Words.[^a]</Event>').mentions).toEqual([['a', 'a']]);
  });
});

describe('a chart', () => {
  test('has its points with their figures', () => {
    const { charts, problems } = read(`<Chart title=" Ships " unit="ships">
<Point id="a" value="30/35.5" label="30 to 35.5" by="A" when="now">One.[^a]</Point>

{/* a remark */}

{ /* and another */ }

<Point value="1600/.." label="more than 1,600" by="B" when="then">
Two.[^b]
</Point>
<Point value="20" label="a score" by="C" when="now">Three.[^a]</Point>
<Point half-of="a" label="half of that" by="C" when="now">Four.[^a]</Point>
</Chart>`);
    expect(problems).toEqual([]);
    expect(charts).toMatchObject([
      {
        offset: 0,
        title: 'Ships',
        unit: 'ships',
        points: [
          { figure: { kind: 'printed', from: 30, to: 35.5 }, text: 'One.', footnotes: ['a'], label: '30 to 35.5' },
          { figure: { kind: 'printed', from: 1600, to: undefined }, text: 'Two.', footnotes: ['b'], by: 'B' },
          { figure: { kind: 'printed', from: 20, to: 20 }, text: 'Three.', when: 'now' },
          { figure: { kind: 'half-of', from: 30, to: 35.5 }, text: 'Four.' },
        ],
      },
    ]);
  });

  test.for<[name: string, body: string, faults: object[]]>([
    ['a half of itself', point('id="a" half-of="a"'), [{ fault: 'point-unknown', id: 'a', at: 'a' }]],
    [
      'a half of a lower limit',
      `<Chart title="Ships" unit="ships">
<Point id="a" value="5/.." label="5" by="A" when="now">One.[^a]</Point>
<Point half-of="a" label="half" by="A" when="now">Two.[^a]</Point>
</Chart>`,
      [{ fault: 'point-unknown', id: 'a', suggestions: [] }],
    ],
    ['an invalid figure', point('value="1e3"'), [{ fault: 'value', path: 'value', at: '1e3' }]],
    ['an empty range', point('value="3/3"'), [{ fault: 'value', path: 'value', at: '3/3' }]],
    ['no figure', point('id="a"'), [{ fault: 'key-missing', path: 'value' }]],
    ['a point without a footnote', point('value="3"', 'Words.'), [{ fault: 'no-footnote' }]],
  ])('with %s is a problem', ([, body, faults]) => {
    expectFaults(body, 'Point', faults);
  });

  test.for<[name: string, body: string, faults: object[]]>([
    ...['<b>Words</b>', '{1 + 1}', '{1 /* ships */}', '`/* ships */`'].map((code): [string, string, object[]] => [
      `${code} between the points`,
      `<Chart title="Ships" unit="ships">\n${code}\n</Chart>`,
      [{ fault: 'content', at: code }, { fault: 'empty' }],
    ]),
    [
      'an event between the points',
      `${point('value="3"').replace('</Chart>', '')}<Event themes="a">Words.[^a]</Event>\n</Chart>`,
      [{ element: 'Event', fault: 'place', expected: 'document' }],
    ],
    ['no title', point('value="3"').replace(' title="Ships"', ''), [{ fault: 'key-missing', path: 'title' }]],
    ['its place in a list', `- ${point('value="3"').replaceAll('\n', '\n  ')}`, [{ fault: 'place' }]],
  ])('with %s is a problem', ([, body, faults]) => {
    expectFaults(body, 'Chart', faults);
  });

  test('whose points have problems has none of its own', () => {
    const { charts, problems } = read(point('value="3"', 'Words.'));
    expect(charts).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(['<Point']);
  });
});

test('a problem has the place of the fault, wherever that is in the file', () => {
  const filler = fc.array(fc.constantFrom('Words.[^a]', '## Words', '- words', '<b>ə ı</b>', '{/* x */}', '🐟 🐠'));
  const fault = fc.constantFrom(
    ['<Event date="1991-02-30" themes="a">Words.[^a]</Event>', '1991-02-30'],
    ["<Event themes='a' dat='1991'>Words.[^a]</Event>", 'dat'],
    ['<Event\n  themes="a"\n  date={1991}\n>\nWords.[^a]\n</Event>', 'date={1991}'],
    ['<Evnt />', '<Evnt'],
    [point('value="3" half-of="b"'), 'b'],
    [point('half-of="nothing"'), 'nothing'],
  );
  fc.assert(
    fc.property(filler, fault, filler, (before, [broken = '', at], after) => {
      const { problems } = read([...before, broken, ...after].join('\n\n'));
      expect(problems.map((problem) => problem.at)).toEqual([at]);
    }),
  );
});
