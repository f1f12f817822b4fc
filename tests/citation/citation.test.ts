import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printFootnote, readCitations } from '#citation/citation.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { parseMdx } from '#markdown/parse.ts';
import { indexLines } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';

/** Read the one footnote of an MDX text. */
function read(footnote: string) {
  const text = `Claim.[^note]\n\n${footnote}\n`;
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const [definition] = readFootnotes(parsed.tree, text).definitions;
  if (!definition) throw new Error(`No footnote in ${text}`);
  return readCitations(definition, 'grain.mdx', indexLines(text));
}

describe('the grammar of citations', () => {
  test.for<[name: string, footnote: string, expected: [id: string, quote: string, lines?: [number, number]][]]>([
    ['straight marks', '@memo "Oil went west."', [['memo', 'Oil went west.']]],
    ['curly marks', '@memo “Oil went west.”', [['memo', 'Oil went west.']]],
    ['German marks', '@memo „Oil went west.“', [['memo', 'Oil went west.']]],
    ['inner marks', '@memo "He called it "the best" of years."', [['memo', 'He called it "the best" of years.']]],
    ['an inner mark at the end', '@memo "He called it "the best""', [['memo', 'He called it "the best"']]],
    ['a line', '@memo#L9 "Oil went west."', [['memo', 'Oil went west.', [9, 9]]]],
    ['lines', '@memo#L9-L12 "Oil went west."', [['memo', 'Oil went west.', [9, 12]]]],
    [
      'two on lines of their own',
      '@memo "Oil."\n    @log "Gas."',
      [
        ['memo', 'Oil.'],
        ['log', 'Gas.'],
      ],
    ],
    [
      'two on one line',
      '@memo "Oil."; @log "Gas."',
      [
        ['memo', 'Oil.'],
        ['log', 'Gas.'],
      ],
    ],
    [
      'two without a space between them',
      '@memo "Oil.";@log "Gas."',
      [
        ['memo', 'Oil.'],
        ['log', 'Gas.'],
      ],
    ],
    [
      'a semicolon inside a quote',
      '@memo "oil; gas"; @log "x"',
      [
        ['memo', 'oil; gas'],
        ['log', 'x'],
      ],
    ],
    ['an @ inside a quote', '@memo "write to a@b.c today"', [['memo', 'write to a@b.c today']]],
    ...[
      'wrote to a@b.example "in haste" @noon and was closed.',
      'wrote "in haste" @noon',
      'wrote "in haste" @noon, and to "us" @once.',
      'wrote "in haste"; @noon the port was closed.',
      'mail “to the office” harbour@almar.example @3 pm, or call',
      '"At once" @all: come.',
    ].map((quote): [string, string, [string, string][]] => [
      `a name after a mark, ${quote}`,
      `@memo "${quote}"; @log "Gas."`,
      [
        ['memo', quote],
        ['log', 'Gas.'],
      ],
    ]),
    [
      'a name and words in marks, escaped',
      '@memo "wrote "in haste" \\@noon "of May" and"',
      [['memo', 'wrote "in haste" @noon "of May" and']],
    ],
    [
      'a name and words in marks, in backticks',
      '@memo `wrote "in haste" @noon "of May"`',
      [['memo', 'wrote "in haste" @noon "of May"']],
    ],
    [
      'an id before its quote without a space',
      '@memo"Oil." @log"Gas."',
      [
        ['memo', 'Oil.'],
        ['log', 'Gas.'],
      ],
    ],
    ['escaped marks of Markdown', '@memo "the \\*best\\* year\\_"', [['memo', 'the *best* year_']]],
    ['character references', '@memo "oil &amp; gas"', [['memo', 'oil & gas']]],
    ['marks of Markdown that were not escaped', '@memo "the *best* year"', [['memo', 'the *best* year']]],
    ['a quote in backticks, literally', '@memo `oil &amp; \\*gas`', [['memo', 'oil &amp; \\*gas']]],
    [
      'backticks in backticks',
      '@memo ``oil ` gas``; @log "x"',
      [
        ['memo', 'oil ` gas'],
        ['log', 'x'],
      ],
    ],
    ['a quote wrapped by the author', '@memo "Oil\n    went west."', [['memo', 'Oil\n    went west.']]],
    ['an id that is not a word', '@__proto__ "Oil."', [['__proto__', 'Oil.']]],
  ])('takes %s', ([, footnote, expected]) => {
    const { citations, problems } = read(`[^note]: ${footnote}`);

    expect(problems).toEqual([]);
    expect(citations.map(({ sourceId, quote, locator }) => [sourceId, quote, locator])).toEqual(
      expected.map(([id, quote, lines]) => [id, quote, lines && { from: lines[0], to: lines[1] }]),
    );
  });

  test.for<[name: string, content: string, ruleId: string, expected: string | undefined, at: string]>([
    ['no citation', 'Oil went west.', 'citation-missing', undefined, '[^note]: Oil went west.'],
    ['words before the citation', 'See @memo "Oil"', 'citation-malformed', 'citation', 'See '],
    ['words after the citation', '@memo "Oil", page 3', 'citation-malformed', 'end', ', page 3'],
    ['no id', '@ "Oil"', 'citation-malformed', 'id', '@'],
    ['no id after another citation', '@memo `Oil` @', 'citation-malformed', 'id', '@'],
    ['line 0', '@memo#L0 "Oil"', 'citation-malformed', 'lines', '#L0'],
    ['lines in the wrong order', '@memo#L9-L3 "Oil"', 'citation-malformed', 'lines', '#L9-L3'],
    ['a fragment that goes on', '@memo#L9x "Oil"', 'citation-malformed', 'lines', '#L9x'],
    ['two fragments', '@memo#a#L9 "Oil"', 'citation-malformed', 'lines', '#a#L9'],
    ['another fragment', '@memo#page-3 "Oil"', 'citation-malformed', 'lines', '#page-3'],
    ['no quote', '@memo', 'quote-missing', undefined, '@memo'],
    ['no quote after lines', '@memo#L3; @log "Gas"', 'quote-missing', undefined, '@memo#L3'],
    ['words without marks', '@memo Oil went west.', 'quote-missing', undefined, '@memo'],
    ['no closing mark', '@memo "Oil went west.', 'citation-malformed', 'closing-mark', '"Oil went west.'],
    ['no closing backtick', '@memo ``Oil` went', 'citation-malformed', 'closing-backtick', '``Oil` went'],
  ])('refuses %s, at its place', ([, content, ruleId, expected, at]) => {
    const footnote = `[^note]: ${content}`;
    const text = `Claim.[^note]\n\n${footnote}\n`;
    const [problem, ...others] = read(footnote).problems;

    expect(others).toEqual([]);
    expect(problem).toMatchObject({ ruleId, file: 'grain.mdx', ...(expected && { expected }) });
    expect(text.slice(problem?.place?.start.offset, problem?.place?.end.offset)).toBe(at);
  });

  test('gives each citation its place in the file, from the @ to the closing mark', () => {
    const footnote = '[^note]: @memo "Oil."\n    @log `Gas.`';
    const text = `Claim.[^note]\n\n${footnote}\n`;
    const places = read(footnote).citations.map(({ place }) => text.slice(place.start.offset, place.end.offset));
    expect(places).toEqual(['@memo "Oil."', '@log `Gas.`']);
  });

  test('keeps the citations before a fault', () => {
    const { citations, problems } = read('[^note]: @memo "Oil." and @log "Gas."');
    expect(problems).toMatchObject([{ ruleId: 'citation-malformed', found: 'and', expected: 'separator' }]);
    expect(citations.map(({ quote }) => quote)).toEqual(['Oil.']);
    expect(read('[^note]: @memo "Oil."\n    @log').citations).toHaveLength(1);
  });
});

describe('a printed footnote', () => {
  const words = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'"\'“”„\\`*_{}[]<>~|@&;#.-+()!:^= \n'),
        fc.constantFrom(
          '&amp;',
          '&#38;',
          'http://a.b',
          'a@b.c',
          '[^note]',
          '![x](y)',
          '" @log "',
          '”; @x “',
          '---',
          '1. ',
        ),
        fc.stringMatching(/^[\p{L}\p{N}]{1,6}$/u),
      ),
      { minLength: 1, maxLength: 20 },
    )
    .map((parts) => `a${parts.join('')}z`);
  const locator = fc.option(
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.nat(99)).map(([from, more]) => ({ from, to: from + more })),
    { nil: undefined },
  );
  const citation = fc.record({ sourceId: fc.constantFrom('memo', 'log-2014', '__proto__'), locator, quote: words });

  test('is read back to the same citations', () => {
    fc.assert(
      fc.property(fc.array(citation, { minLength: 1, maxLength: 3 }), (written) => {
        const { citations, problems } = read(printFootnote('note', written));

        expect(problems).toEqual([]);
        expect(
          citations.map(({ sourceId, locator, quote }) => ({ sourceId, locator, quote: normalize(quote).text })),
        ).toEqual(written.map(({ quote, ...rest }) => ({ ...rest, quote: normalize(quote).text })));
      }),
      { numRuns: 500 },
    );
  });

  test('has its quote on one line, without marks to escape where there are none', () => {
    const written = [
      { sourceId: 'memo', locator: undefined, quote: ' Oil\n  went west.\t' },
      { sourceId: 'log', locator: { from: 3, to: 3 }, quote: 'Gas “too”' },
      { sourceId: 'log', locator: { from: 3, to: 5 }, quote: '[…] & so' },
    ];
    expect(printFootnote('west', written)).toBe(
      '[^west]: @memo "Oil went west."\n    @log#L3 "Gas “too”"\n    @log#L3-L5 "\\[…\\] & so"',
    );
  });
});
