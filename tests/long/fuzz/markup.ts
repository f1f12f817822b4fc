import fc from 'fast-check';
import { anyText, cutFrom, mutated, prose, special, telling } from './characters.ts';
import { DOCUMENTS, RAW_TEXTS, READINGS } from './world.ts';

const LABEL = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('a', 'b', 'note', 'A', 'trade-1', '1') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'two words',
      'ß',
      'ẞ',
      'İ',
      '\\]',
      '^',
      ' ',
      'a\nb',
      '&amp;',
      '𝐀',
    ),
  },
);
const ID = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('memo', 'old', ...READINGS.map(({ id }) => id)),
  },
  { weight: 1, arbitrary: fc.constantFrom('mem', '', 'Memo', '../memo', '__proto__', 'memo.', '@memo') },
);
const quoteWords = fc.oneof(
  { weight: 6, arbitrary: cutFrom(RAW_TEXTS) },
  { weight: 3, arbitrary: mutated(cutFrom(RAW_TEXTS)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(cutFrom(RAW_TEXTS, 40), fc.constantFrom('[…]', ' […] ', '[...]'), cutFrom(RAW_TEXTS, 40))
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: prose },
  { weight: 1, arbitrary: anyText },
);
const MARKS = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(['"', '"'], ['“', '”'], ['„', '“'], ['`', '`'], ['``', '``']) },
  { weight: 1, arbitrary: fc.constantFrom(['"', ''], ['', ''], ['`', ''], ['”', '"'], ["'", "'"]) },
);
const LOCATOR = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('#L3', '#L4-L7', '#L1-L9') },
  { weight: 1, arbitrary: fc.constantFrom('#', '#L0', '#L9-L2', '#l3', '#L99999999999') },
);

const citation = fc
  .tuple(ID, LOCATOR, fc.constantFrom(' ', ' ', ' ', '', '\n    ', '  '), MARKS, quoteWords)
  .map(
    ([id, lines, space, [open, close], words]) => `@${id}${lines}${space}${open}${words.replace(/\s+/g, ' ')}${close}`,
  );

/** A footnote, or nearly one. */
export const footnote = fc
  .record({
    label: LABEL,
    citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
    joint: fc.constantFrom('\n    ', '; ', ' ', ';', '\n'),
    note: fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: prose.map((words) => `\n\n    ${words}`) },
    ),
    colon: fc.oneof(
      { weight: 12, arbitrary: fc.constant(']: ') },
      { weight: 1, arbitrary: fc.constantFrom(']:', '] ', ': ', ']:\n', ']:\t') },
    ),
  })
  .map(({ label, citations, joint, note, colon }) => `[^${label}${colon}${citations.join(joint)}${note}`);

const reference = LABEL.map((label) => `[^${label}]`);
const INLINE = fc.constantFrom(
  ...[
    '*it*',
    '**b**',
    '~~s~~',
    '`code [^a]`',
    '``a`b``',
    '[link](/articles/grain/)',
    '[x](/no/#y "t [^a]")',
    '![alt [^a]](/a.png)',
    '[x][y]',
    '<b>bold</b>',
  ],
  ...[
    'https://example.org/a[^a]',
    'www.example.org',
    'a@b.example',
    '{1 + 1}',
    '{"[^a]"}',
    '{`[^b]`}',
    '{/* a comment [^a] */}',
    '{/[^a-z]/.test("a")}',
  ],
  ...[
    '{/* citations-ignore-next figure-unsupported: it is ours */}',
    '{/* citations-ignore-page: */}',
    '{/* citations-ignore-next name-unsupported, date-unsupported: so */}',
  ],
  ...[
    '<Event date="1991-12-25" themes="trade">It came.[^a]</Event>',
    '<i title="[^a]" {...rest} a={b}/>',
    '\\[^a]',
    '&#91;^a]',
    '&quot;',
    '<br/>',
    '  \n',
    '\\\n',
    '<>x</>',
    '<a.b c:d="e"/>',
  ],
);
const sentence = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: prose },
        { weight: 2, arbitrary: telling },
        { weight: 2, arbitrary: INLINE },
        { weight: 1, arbitrary: cutFrom(RAW_TEXTS, 60).map((words) => `"${words.replace(/\s+/g, ' ')}"`) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('.', '!', '?', ':', '', '."'),
    fc.array(reference, { maxLength: 2 }),
    fc.constantFrom('', '', ' '),
  )
  .map(([words, end, references, space]) => `${words.join(' ')}${end}${space}${references.join('')}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));

const table = fc
  .array(
    fc.array(
      sentence.map((words) => words.replace(/[\n|]/g, ' ')),
      { minLength: 2, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => rows.map((row, index) => `| ${row.join(' | ')} |${index === 0 ? '\n| --- | :-: |' : ''}`).join('\n'));

const event = fc
  .tuple(
    fc.constantFrom('1991-12-25', '2014-22', '199X?', '1991-13', '', '197X/199X'),
    fc.constantFrom('trade', 'trade  peace', '', 'tarde', ' trade'),
    sentence,
    fc.constantFrom('\n', ''),
  )
  .map(([date, themes, words, line]) => `<Event date="${date}" themes="${themes}">${line}${words}${line}</Event>`);
const point = fc
  .tuple(
    fc.constantFrom('id="x" ', 'id="y" ', ''),
    fc.constantFrom('value="40"', 'value="25000/30000"', 'value="16000/.."', 'half-of="x"', 'value={4}', 'value'),
    fc.constantFrom('40', '25,000-30,000', 'half'),
    sentence,
  )
  .map(
    ([id, value, label, words]) =>
      `<Point ${id}${value} label="${label}" by="the office" when="2014">\n${words}\n</Point>`,
  );
const chart = fc
  .tuple(
    fc.array(point, { maxLength: 3 }),
    fc.constantFrom('title="Oil" unit="percent"', 'title=\'a&quot;b\' unit="people"', 'title="Oil"', '{...a} unit="x"'),
  )
  .map(([points, attributes]) => `<Chart ${attributes}>\n${points.join('\n')}\n</Chart>`);

const { block } = fc.letrec<{ block: string; inner: string }>((tie) => {
  const prefixed = (first: string, rest: string) =>
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((blocks) => `${first}${blocks.join('\n\n').replace(/\n/g, `\n${rest}`)}`);
  return {
    inner: fc.oneof(
      prefixed('> ', '> '),
      prefixed('- ', '  '),
      prefixed('1. ', '   '),
      prefixed('- [ ] ', '  '),
      prefixed('<div>\n', '').map((inside) => `${inside}\n</div>`),
    ),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 8, arbitrary: paragraph },
      { weight: 3, arbitrary: footnote },
      { weight: 1, arbitrary: sentence.map((words) => `## ${words.replace(/\n/g, ' ')}`) },
      { weight: 1, arbitrary: table },
      { weight: 1, arbitrary: event },
      { weight: 1, arbitrary: chart },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '```\n[^a]\n```',
          '---',
          'export const a = "[^a]"',
          "import a from 'b'",
          '{/* citations-ignore-page statement-uncited: all of it */}',
          '[y]: /articles/grain/ "t"',
          '[^a b]: @memo "x"',
          '<Foo/>',
          '{"\n\n[^a]"}',
        ),
      },
      { weight: 2, arbitrary: tie('inner') },
    ),
  };
});

/** Some MDX, most of it valid, without front matter. */
export const markup: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 4 }),
    fc.array(footnote, { maxLength: 3 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([blocks, footnotes, end]) => `${[...blocks, ...footnotes].join('\n\n')}\n`.replace(/\n/g, end));

const MATTERS = {
  articles:
    'title: A title with 40%\ndescription: About oil in 2013.\nthemes: [trade]\nasOf: The year 2013.\nrelated: [grain]\nupdated: 2026-11-23\n',
  themes: 'title: Trade\nlabel: Trade\ndescription: About trade.\norder: 1\nreading: [grain]\n',
  pages: 'title: Names\ndescription: About names.\nnames: true\naliases: { Oslo: [the capital] }\n',
} as const;

const yamlLine = fc.oneof(
  fc.constantFrom(
    'title: x',
    'titel: x',
    'themes: [trade, trade]',
    'themes: 4',
    'order: 0',
    '? key',
    '- a',
    'a: *b',
    'a: &a 1',
    '"x',
    "it's: 'y'",
    'aliases: { a: [b], c: [] }',
    '<<: {a: 1}',
    'updated: 2026-02-30',
    '\tx: 1',
    '---',
    '%YAML 1.1',
    '[',
    '{',
    'x: |\n  y',
    '!!js/x y',
    '__proto__: 1',
    'title: "\\uD800"',
  ),
  anyText,
);

/** The text between the lines of front matter: that of a sound document, or one with some faults. */
export const matterOf = (folder: keyof typeof MATTERS) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(MATTERS[folder]) },
    { weight: 1, arbitrary: mutated(fc.constant(MATTERS[folder])) },
    {
      weight: 1,
      arbitrary: fc.array(yamlLine, { maxLength: 4 }).map((lines) => `${MATTERS[folder]}${lines.join('\n')}\n`),
    },
    { weight: 1, arbitrary: fc.array(yamlLine, { maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`) },
  );

export interface FuzzedDocument {
  readonly folder: keyof typeof MATTERS;
  readonly text: string;
}

/** A document as it may be in `content/`: sound, nearly so, a broken real one, spliced ones, or any text at all. */
export const fuzzedDocument: fc.Arbitrary<FuzzedDocument> = fc
  .constantFrom('articles', 'articles', 'themes', 'pages')
  .chain((folder) => {
    const written = fc.tuple(matterOf(folder), markup).map(([matter, body]) => `---\n${matter}---\n\n${body}`);
    const text = fc.oneof(
      { weight: 10, arbitrary: written },
      { weight: 3, arbitrary: mutated(written) },
      { weight: 1, arbitrary: mutated(fc.constantFrom(...DOCUMENTS), fc.oneof(special, footnote)) },
      {
        weight: 2,
        arbitrary: fc
          .array(fc.oneof(cutFrom(DOCUMENTS, 400), markup), { minLength: 2, maxLength: 4 })
          .map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: anyText },
    );
    return fc.record({ folder: fc.constant(folder), text });
  });
