import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import type { DocumentFile } from '#check/model.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { lastChanged, publish } from '#publication/publication.ts';
import { publishNote } from '#publication/publish-note.ts';
import type { PublishedLine } from '#publication/publish-source.ts';
import type { Source } from '#source/source.ts';
import { articleOf, documentOf, isNoStatement } from '../document-of.ts';
import { publicationOf } from '../published.ts';
import { sourceOf } from '../source-of.ts';

const themeOf = (more = '') => documentOf('themes', 'trade', `label: Trade\norder: 2\n${more}`, 'Trade.');
const theme = themeOf();

/** Check and publish documents without problems. */
function publishAll(sources: readonly Source[], files: readonly DocumentFile[]) {
  const readings = sources.map((source) => ({ id: source.id, source, problems: [] }));
  const { corpus, report } = checkCorpus(readings, files);
  expect(report.problems.filter(isNoStatement)).toEqual([]);
  return publish(corpus);
}

/** Publish one article that cites this quote of a source. */
const publishQuote = (source: Source, quote: string) => {
  const article = articleOf('oats', `A.[^a]\n\n[^a]: @${source.id} "${quote}"`);
  const { articles, sources } = publishAll([source], [article, theme]);
  return { note: articles[0]?.notes[0], source: sources[0] };
};

const printed = (lines: readonly PublishedLine[]) =>
  lines.map((line) =>
    'to' in line ? `${line.number}-${line.to}: ${line.reason}` : line.runs.map(({ text }) => text).join(''),
  );

const raw = `A private line that nobody may read.
The storm came in May, at noon. The p0rt was closed.

Ask for Jonas at the quay if you want to know more.
Three ships left. The crew went ashore, and stayed.
The end of the log.
`;
const log = (display = 'full') =>
  sourceOf(
    'log',
    raw,
    `display: ${display}
regions:
  - { kind: withheld, lines: 1, reason: Private. }
  - { kind: withheld, words: Ask for Jonas, reason: A name. }
  - { kind: boilerplate, lines: 6, reason: The closing line. }
errata:
  - { line: 1, printed: nobody, read: somebody, certainty: likely, note: A guess. }
  - { line: 2, printed: p0rt, read: port, certainty: certain, note: A digit. }
  - { line: 5, printed: Three, certainty: likely, note: It was four elsewhere. }
`,
    {
      title: '{ known: stated, value: Log, words: [The storm came in May, "Ask for Jonas"] }',
      author:
        '{ known: inferred, value: [{ family: Rye, given: Ann }, { literal: The harbour office }], note: A guess. }',
      issued: '{ known: inferred, value: 2023-05, note: A guess. }',
      genre: '{ known: inferred, value: log, note: Read. }',
    },
  );
const other = sourceOf('other', 'Nothing of this is cited anywhere.\n');

describe('a document', () => {
  const { articles, themes, pages, sources } = publishAll(
    [log(), other],
    [
      articleOf(
        'oats',
        'Twice.[^a] And again.[^a] Closed.[^b]\n\n[^a]: @log "The storm came in May"\n\n[^b]: @log "came in May, at noon. The p0rt"',
      ),
      articleOf(
        'rye',
        'Ships left.[^a]\n\n[^a]: @log "Three ships left. […] went ashore, and stayed."\n    @log "The storm came in May"',
      ),
      articleOf('barley', 'Nothing.', 'themes: [ports]\n'),
      articleOf('beans', 'Nothing.'),
      articleOf('corn', 'Nothing.'),
      themeOf('reading: [barley, rye]\n'),
      documentOf('themes', 'ports', 'label: Ports\norder: 1\n', 'Ports.'),
      documentOf('pages', 'home', '', 'Home.'),
    ],
  );

  test('has its address, counts and sources', () => {
    expect(articles.map(({ slug, address, counts, sourceIds }) => [slug, address, counts, sourceIds])).toEqual([
      ['oats', '/articles/oats/', { statements: 3, citations: 2 }, ['log']],
      ['rye', '/articles/rye/', { statements: 1, citations: 2 }, ['log']],
      ['barley', '/articles/barley/', { statements: 0, citations: 0 }, []],
      ['beans', '/articles/beans/', { statements: 0, citations: 0 }, []],
      ['corn', '/articles/corn/', { statements: 0, citations: 0 }, []],
    ]);
    expect(pages.map(({ address }) => address)).toEqual(['/']);
  });

  test('of a theme lists its own articles, the named ones first, then by title', () => {
    expect(themes.map(({ slug, articles }) => [slug, articles])).toEqual([
      ['ports', ['barley']],
      ['trade', ['rye', 'beans', 'corn', 'oats']],
    ]);
  });

  test('is sorted by day of change, the latest first, then by slug', () => {
    const days = ['2026-11-21', '2026-11-20', '2026-11-20', '2026-11-22', '2026-11-20'];
    const changed = articles.map((article, index) => {
      return { ...article, matter: { ...article.matter, updated: days[index] ?? '' } };
    });
    expect(lastChanged(changed.toReversed()).map(({ slug }) => slug)).toEqual([
      ...['beans', 'oats', 'barley', 'corn', 'rye'],
    ]);
  });

  test('has notes with the words of the source and a link to them', () => {
    const [note] = articles[1]?.notes ?? [];
    expect(note?.citations).toEqual([
      {
        sourceId: 'log',
        sourceName: 'The log',
        language: 'en',
        genre: 'log',
        issued: 'May 2023',
        href: expect.stringMatching(/^\/sources\/log\/#c\d+-\d+_\d+-\d+$/),
        lines: 'line 5',
        before: '',
        parts: ['Three ships left.', 'went ashore, and stayed.'],
        spans: ['Three ships left.', 'went ashore, and stayed.'].map((words) => ({
          start: raw.indexOf(words),
          end: raw.indexOf(words) + words.length,
        })),
        after: '',
        slips: [],
        voices: [],
        others: 0,
      },
      expect.objectContaining({ parts: ['The storm came in May'], after: ', at noon.', lines: 'line 2' }),
    ]);
  });

  test('has the errata of its words for which there is a reading', () => {
    expect(articles[0]?.notes.flatMap(({ citations }) => citations.map(({ slips }) => slips))).toEqual([
      [],
      [{ printed: 'p0rt', read: 'port' }],
    ]);
  });

  test('has no erratum that only touches its words', () => {
    const touching = sourceOf(
      'log',
      'It is said: (The storm came in May, at noon.\n',
      `errata:
  - { line: 1, printed: (, read: "[", certainty: likely, note: A mark. }
  - { line: 1, printed: ", at", read: " at", certainty: likely, note: A mark. }
`,
    );
    const slipsOf = (quote: string) => publishQuote(touching, quote).note?.citations[0]?.slips;
    expect(slipsOf('The storm came in May')).toEqual([]);
    expect(slipsOf('The storm came in May, at noon.')).toEqual([{ printed: ', at', read: ' at' }]);
  });

  test('gives the lines of a passage', () => {
    const lines = sourceOf('lines', 'The storm came\nin May, at noon.\n');
    const { note } = publishQuote(lines, 'storm came in May, at');
    expect(note?.citations[0]).toMatchObject({ lines: 'lines 1–2', issued: 'undated', genre: undefined });
  });

  test('is listed at the passages of a source with its statements, each once', () => {
    const [first, second, third] = sources[0]?.passages ?? [];
    expect(first?.statements).toEqual([
      { href: '/articles/oats/#note-fnref-a', title: 'oats', text: 'Twice.', number: 1 },
      { href: '/articles/oats/#note-fnref-a-2', title: 'oats', text: 'And again.', number: 1 },
      { href: '/articles/rye/#note-fnref-a', title: 'rye', text: 'Ships left.', number: 1 },
    ]);
    expect(second?.line).toBe(2);
    expect(third?.line).toBe(5);
    expect(sources[1]?.passages).toEqual([]);
  });

  test('has no citation of a source that is not published', () => {
    const [footnote] = checkCorpus(
      [{ id: 'log', source: log(), problems: [] }],
      [articleOf('oats', 'A.[^a]\n\n[^a]: @log "The storm came in May"')],
    ).corpus.articles.flatMap(({ footnotes }) => footnotes);
    if (!footnote) throw new Error('Expected a footnote');
    expect(
      publishNote(footnote, { base: '/', sources: new Map(), statementsOn: () => 1, onlySources: new Set() }).citations,
    ).toEqual([]);
  });
});

describe('the kind of a note', () => {
  const text = 'He said that it rained, and that the port was lost. We think so. It was closed at noon.\n';
  const speech = `speech:
  - { kind: reported, from: He said, to: port was lost., by: The harbour's clerk }
  - { kind: allegation, from: the port, to: lost., by: The harbour's clerk }
  - { kind: opinion, from: We think, to: think so., by: The log }
`;
  test.for<[quote: string, kind: string | undefined, voices: string[]]>([
    ['He said that it rained', 'reported', ['reported']],
    ['He said that it rained, and that the port was lost.', 'allegation', ['reported', 'allegation']],
    ['port was lost. We think so.', 'allegation', ['reported', 'allegation', 'opinion']],
    ['We think so. It was closed', 'opinion', ['opinion']],
    ['It was closed at noon', undefined, []],
    ['He said that […] closed at noon.', 'reported', ['reported']],
  ])('“%s” is %s', ([quote, kind, voices]) => {
    const { note } = publishQuote(sourceOf('memo', text, speech), quote);
    expect(note?.kind).toBe(kind);
    expect(note?.citations[0]?.voices.map((voice) => voice.kind)).toEqual(voices);
  });

  test('has speakers, in typographic quotation marks', () => {
    const { note } = publishQuote(sourceOf('memo', text, speech), 'He said that it rained');
    expect(note?.citations[0]?.voices).toEqual([{ kind: 'reported', by: 'The harbour’s clerk' }]);
  });

  test('is not that of speech that only touches the words', () => {
    const memo = sourceOf(
      'memo',
      'It had rained for a week—so he said, in May.\n',
      'speech:\n  - { kind: reported, from: —so he, to: he said, by: The clerk }\n',
    );
    expect(publishQuote(memo, 'It had rained for a week').note?.kind).toBeUndefined();
    expect(publishQuote(memo, 'It had rained for a week—so he').note?.kind).toBe('reported');
  });

  test.for<[what: string, body: string, alone: string[]]>([
    ['two citations of one source', 'A.[^a][^b]', ['a', 'b']],
    ['two sources in one note', 'A.[^d]', []],
    ['two sources once, one of them alone elsewhere', 'Rain fell.[^a][^c] Wind came.[^c]', ['c']],
    ['two sources in the notes of one sentence, apart', 'Rain fell,[^a] and wind came.[^c]', []],
    ['one source in one sentence, another in the next', 'Rain fell.[^a] Wind came.[^c]', ['a', 'c']],
  ])('%s: whether no other text is cited', ([, body, alone]) => {
    const notes = `
[^a]: @memo "He said that it rained"

[^b]: @memo "It was closed at noon"

[^c]: @log "The storm came in May"

[^d]: @memo "It was closed at noon"
    @log "The storm came in May"
`;
    const used = notes.split('\n\n').filter((note) => body.includes(note.trim().slice(0, 4)));
    const [article] = publishAll(
      [sourceOf('memo', text, speech), log()],
      [articleOf('oats', `${body}\n\n${used.join('\n\n')}`), theme],
    ).articles;
    expect(article?.notes.filter((note) => note.isOnlySource).map(({ identifier }) => identifier)).toEqual(alone);
  });
});

describe('events and charts', () => {
  const body = `<Event date="2023-05?" themes="trade ports">It *came*.[^b][^a]</Event>

<Event themes="trade">No day.[^a]</Event>

<Chart title="Ships" unit="ships">
<Point id="log" value="3/.." label="3 or more" by="The log's keeper" when="undated">Three left.[^c]</Point>
</Chart>

[^a]: @log "The storm came in May"

[^b]: @log "The crew went ashore"

[^c]: @log "Three ships left. The crew"`;
  const { pages } = publishAll(
    [log()],
    [
      documentOf('pages', 'storms', 'updated: 2026-11-23\n', body),
      theme,
      documentOf('themes', 'ports', 'label: Ports\norder: 1\n', 'Ports.'),
    ],
  );
  const [page] = pages;

  test('have their words, notes, themes and places', () => {
    expect(page?.events).toMatchObject([
      {
        id: '2023-05',
        href: '/storms/#2023-05',
        text: 'It came.',
        date: { words: 'May 2023', first: '2023-05-01', last: '2023-05-31', precision: 'month', inferred: true },
        notes: [
          { number: 1, href: '/storms/#note-fn-b' },
          { number: 2, href: '/storms/#note-fn-a' },
        ],
        themes: [
          { slug: 'trade', address: '/themes/trade/', label: 'Trade' },
          { slug: 'ports', address: '/themes/ports/', label: 'Ports' },
        ],
      },
      { id: 'undated-1', date: undefined, notes: [{ number: 2 }] },
    ]);
    expect(page?.charts).toMatchObject([
      { title: 'Ships', unit: 'ships', points: [{ label: '3 or more', figure: { from: 3 }, notes: [{ number: 3 }] }] },
    ]);
  });

  test('can be linked to', () => {
    const link = articleOf('oats', 'See [the storm](/storms/#2023-05) and [another](/storms/#2023-06).');
    const files = [documentOf('pages', 'storms', '', body), link, theme];
    const { report } = checkCorpus([{ id: 'log', source: log(), problems: [] }], files);
    expect(report.problems.filter(({ ruleId }) => ruleId === 'link-broken')).toMatchObject([
      { url: '/storms/#2023-06', missing: 'fragment', suggestions: ['/storms/#2023-05'] },
    ]);
  });

  test('have no theme that does not exist, in a draft', () => {
    const { corpus } = checkCorpus(
      [{ id: 'log', source: log(), problems: [] }],
      [documentOf('pages', 'storms', '', body)],
    );
    expect(publish(corpus).pages[0]?.events.map(({ themes }) => themes)).toEqual([[], []]);
  });
});

describe('a source', () => {
  const cite = articleOf(
    'oats',
    'A.[^a] B.[^b]\n\n[^a]: @log "The storm came in May"\n\n[^b]: @log "came in May, at noon. The p0rt"',
  );

  test('has its fields with their words, except withheld ones', () => {
    const [source] = publishAll([log()], [cite, theme]).sources;
    expect(source?.fields.filter(({ known }) => known !== 'unknown')).toEqual([
      { name: 'type', known: 'inferred', value: 'report', words: [], note: 'Read.' },
      {
        name: 'title',
        known: 'stated',
        value: 'Log',
        words: ['The storm came in May', { withheld: true }],
        note: undefined,
      },
      { name: 'author', known: 'inferred', value: 'Ann Rye, The harbour office', words: [], note: 'A guess.' },
      { name: 'issued', known: 'inferred', value: 'May 2023', words: [], note: 'A guess.' },
      { name: 'language', known: 'inferred', value: 'en', words: [], note: 'Read.' },
      { name: 'genre', known: 'inferred', value: 'log', words: [], note: 'Read.' },
    ]);
  });

  test('has all its lines and errata, except withheld ones', () => {
    const published = publishAll([log()], [cite, theme]).sources;
    const [source] = published;
    expect(printed(source?.lines ?? [])).toEqual([
      '1-1: Private.',
      'The storm came in May, at noon. The p0rt was closed.',
      '',
      '[…] at the quay if you want to know more.',
      'Three ships left. The crew went ashore, and stayed.',
      'The end of the log.',
      '',
    ]);
    expect(JSON.stringify(published)).not.toMatch(/private line|nobody|Jonas/);
  });

  test('has runs that end wherever a passage, a region or an erratum does', () => {
    const [source] = publishAll([log()], [cite, theme]).sources;
    const [first, second] = source?.passages.map(({ id }) => id) ?? [];
    const line = source?.lines[1];
    expect(line && 'runs' in line && line.runs).toEqual([
      { text: 'The storm ', at: 37, passages: [first], starts: [first], region: undefined, slip: undefined },
      { text: 'came in May', at: 47, passages: [first, second], starts: [second], region: undefined, slip: undefined },
      { text: ', at noon. The ', at: 58, passages: [second], starts: [], region: undefined, slip: undefined },
      {
        text: 'p0rt',
        at: 73,
        passages: [second],
        starts: [],
        region: undefined,
        slip: { printed: 'p0rt', read: 'port', certainty: 'certain', note: 'A digit.' },
      },
      { text: ' was closed.', at: 77, passages: [], starts: [], region: undefined, slip: undefined },
    ]);
    const last = source?.lines[5];
    expect(last).toMatchObject({ reason: 'The closing line.', runs: [{ region: 'boilerplate' }] });
  });

  test('has the target of a note only where its words start', () => {
    const { source } = publishQuote(log(), 'Three ships left. […] went ashore, and stayed.');
    const line = source?.lines[4];
    expect(line && 'runs' in line && line.runs.map(({ text, starts }) => [text, starts.length])).toEqual([
      ['Three', 1],
      [' ships left.', 0],
      [' The crew ', 0],
      ['went ashore, and stayed.', 0],
    ]);
  });

  test('has a stretch for each reason to withhold lines', () => {
    const regions = ['1-2, reason: Private.', '3, reason: A name.'].map(
      (rest) => `\n  - { kind: withheld, lines: ${rest} }`,
    );
    const hidden = sourceOf('log', 'One.\nTwo.\nThree.\nFour.\n', `regions:${regions.join('')}\n`);
    const [source] = publishAll([hidden], [theme]).sources;
    expect(printed(source?.lines ?? [])).toEqual(['1-2: Private.', '3-3: A name.', 'Four.', '']);
  });

  test('of which only passages are published has the lines of each and those next to it', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `This is line ${index + 1} of the log.`);
    const long = sourceOf('log', `${lines.join('\n')}\n`, 'display: passages\n');
    const body = 'A.[^a] B.[^b]\n\n[^a]: @log "This is line 4 of the log."\n\n[^b]: @log "This is line 9 of the log."';
    const [source] = publishAll([long], [articleOf('oats', body), theme]).sources;
    const apart = 'Not cited; only cited passages of this text are published';
    expect(printed(source?.lines ?? [])).toEqual([
      `1-2: ${apart}`,
      ...lines.slice(2, 5),
      `6-7: ${apart}`,
      ...lines.slice(7, 10),
      `11-13: ${apart}`,
    ]);
  });

  test('has page marks within a passage that are not part of it', () => {
    const marked = sourceOf(
      'log',
      'The storm came\nPAGE 1\nin May, at noon.',
      'regions:\n  - { kind: furniture, lines: 2, reason: A page mark. }\n',
      { genre: '{ known: stated, value: log, words: PAGE 1 }' },
    );
    const { source } = publishQuote(marked, 'storm came in May, at');
    const id = source?.passages[0]?.id;
    expect(source?.fields.find(({ name }) => name === 'genre')?.words).toEqual(['PAGE 1']);
    expect(
      source?.lines.map(
        (line) => 'runs' in line && line.runs.map(({ text, region, passages }) => [text, region, ...passages]),
      ),
    ).toEqual([
      [
        ['The ', undefined],
        ['storm came', undefined, id],
      ],
      [['PAGE 1', 'furniture']],
      [
        ['in May, at', undefined, id],
        [' noon.', undefined],
      ],
    ]);
  });
});

test.for([
  ['withheld', 'furniture', undefined],
  ['furniture', 'boilerplate', 'furniture'],
  ['furniture', 'heading', 'furniture'],
  ['boilerplate', 'heading', 'boilerplate'],
] as const)('words in a %s region and a %s one belong to the first', ([strict, other, kind]) => {
  const regions = [other, strict].map((name) => `  - { kind: ${name}, words: a quay, reason: A place. }\n`).join('');
  const log = sourceOf('log', 'The storm came to a quay in May.\n', `regions:\n${regions}`);
  const [source] = publishAll([log], [theme]).sources;
  expect(
    source?.lines.flatMap((line) => ('runs' in line ? line.runs.map(({ text, region }) => [text, region]) : [])),
  ).toEqual([
    ['The storm came to ', undefined],
    [strict === 'withheld' ? '[…]' : 'a quay', kind],
    [' in May.', undefined],
  ]);
});

test('ids and labels may be names of properties of every object', () => {
  const ids = ['constructor', 'to-string'];
  const labels = ['__proto__', 'hasOwnProperty'];
  const notes = labels.map((label, at) => `[^${label}]: @${ids[at]} "The storm of ${ids[at]} came in May."`);
  const body = `${labels.map((label) => `It says so.[^${label}]`).join(' ')}\n\n${notes.join('\n\n')}`;
  const { articles, sources } = publishAll(
    ids.map((id) => sourceOf(id, `The storm of ${id} came in May.\n`)),
    [articleOf('constructor', body), theme],
  );
  expect(articles[0]?.notes.map(({ citations }) => citations[0]?.parts)).toEqual(
    ids.map((id) => [`The storm of ${id} came in May.`]),
  );
  expect(sources.map(({ passages }) => passages[0]?.statements[0]?.href)).toEqual([
    '/articles/constructor/#note-fnref-__proto__',
    '/articles/constructor/#note-fnref-hasownproperty',
  ]);
});

describe('the site itself', () => {
  const { corpus } = readCorpus(fileURLToPath(new URL('../../', import.meta.url)));
  const published = publish(corpus);

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(published))).toEqual(JSON.parse(JSON.stringify(publish(corpus))));
    expect(structuredClone(published)).toEqual(published);
  });

  test.for(corpus.sources)('publishes no withheld line of $id', ({ raw, regions }) => {
    const json = JSON.stringify(published);
    const hidden = regions
      .filter(({ printed }) => !printed)
      .flatMap(({ start, end }) => raw.slice(start, end).split('\n'));
    const words = hidden.map((line) => line.trim()).filter((line) => line.length >= 8);
    for (const line of words) expect(json).not.toContain(JSON.stringify(line).slice(1, -1));
  });

  test.for(published.sources)('publishes every other character of $id', ({ id, lines }) => {
    const source = corpus.sources.find((source) => source.id === id);
    const all = source?.raw.split('\n') ?? [];
    for (const line of lines) {
      if ('runs' in line) expect(line.runs.map(({ text }) => text).join('')).toBe(all[line.number - 1]);
    }
    const covered = lines.flatMap((line) =>
      'to' in line ? Array.from({ length: line.to - line.number + 1 }, (_, at) => line.number + at) : [line.number],
    );
    expect(covered).toEqual(all.map((_, at) => at + 1));
  });
});

test('a source with a short name has it in notes and lists, as at the beginning of a line', () => {
  const { articles, sources } = publicationOf(
    [sourceOf('memo', 'The storm came in May.', 'short: the memo')],
    [
      articleOf('oats', 'A.[^a]\n\n[^a]: @memo "The storm came in May."'),
      documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'),
    ],
  );
  expect(sources).toMatchObject([{ name: 'The memo', short: 'The memo', csl: { 'title-short': 'the memo' } }]);
  expect(articles[0]?.notes).toMatchObject([{ statements: ['A.'], citations: [{ sourceName: 'The memo' }] }]);
});
