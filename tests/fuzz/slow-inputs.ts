import { checkCorpus } from '#check/check-corpus.ts';
import type { DocumentFile } from '#check/model.ts';
import { blankFrontMatter } from '#document/document.ts';
import { placeAtOpenBrace } from '#document/open-brace.ts';
import { annotationsOf } from '#formats/annotations.ts';
import { publishText } from '#formats/published-text.ts';
import { parseMdx } from '#markdown/parse.ts';
import { printReport } from '#problem/print.ts';
import { printSarif } from '#problem/print-sarif.ts';
import { publish } from '#publication/publication.ts';
import type { SourceReading } from '#source/source.ts';
import { readYaml } from '#text/yaml.ts';
import { readingOf } from '../source-of.ts';

/** An input that is made to be slow, of any size. */
export interface SlowInput {
  readonly name: string;
  /** The first size; it is doubled twice. */
  readonly size: number;
  /** Gives the limit that stopped it. */
  readonly run: (size: number) => string | undefined;
}

const RAW =
  'Oil flows west through the pipeline of 1,768 kilometers. Trade grew to 40 percent in 2013, the office said.\n';
const QUOTE = '@memo "Oil flows west through the pipeline of 1,768 kilometers."';
const MEMO = readingOf('memo', RAW);

const times = (size: number, piece: (index: number) => string, joint = '') =>
  Array.from({ length: size }, (_, index) => piece(index)).join(joint);

/** Do all that a check and a build do with one document, short of pages. */
function check(body: string, readings: readonly SourceReading[] = [MEMO]): string | undefined {
  // Longer files are not read.
  if (readings.some(({ source }) => Number(source?.raw.length) > 20 * 1024 * 1024)) return 'bytes';
  const file = 'content/articles/slow.mdx';
  const text = `---\ntitle: Slow\ndescription: So.\nthemes: [trade]\nasOf: So.\nupdated: 2026-11-23\n---\n\n${body}\n`;
  const parsed = parseMdx(blankFrontMatter(text), file);
  const page: Omit<DocumentFile, 'tree'> = { folder: 'articles', slug: 'slow', file, text };
  const found = 'problem' in parsed ? [placeAtOpenBrace(parsed.problem, text)] : [];
  const { corpus, report } = checkCorpus(
    readings,
    [{ ...page, tree: 'tree' in parsed ? parsed.tree : undefined }],
    found,
  );
  printReport(report);
  printSarif(report);
  const publication = publish(corpus);
  const texts = new Map(publication.sources.map(({ id, lines }) => [id, publishText(lines)]));
  for (const article of publication.articles) {
    annotationsOf(article, (id) => texts.get(id) ?? publishText([]), new URL('https://example.org/'));
  }
  return limitOf(report.problems);
}

/** YAML alone, as that of records and front matter is read. */
const yaml = (text: string) => limitOf(readYaml(text).errors);

function limitOf(faults: readonly object[]): string | undefined {
  const fault = faults.find((one) => 'most' in one);
  return fault && String(Reflect.get(fault, 'fault'));
}

const document = (name: string, size: number, body: (size: number) => string): SlowInput => ({
  name,
  size,
  run: (now) => check(body(now)),
});

const cited = (body: string) => `${body}\n\n[^a]: ${QUOTE}`;

/** Words that are all different: `word 7`. */
const longText = (size: number) => times(size, (index) => `Word${index} came to the town of Baku${index % 97}.`, ' ');

export const SLOW_INPUTS: readonly SlowInput[] = [
  document(
    'footnotes in a document',
    1000,
    (size) =>
      `${times(size, (index) => `Oil flows.[^a${index}]`, '\n\n')}\n\n${times(size, (index) => `[^a${index}]: ${QUOTE}`, '\n\n')}`,
  ),
  document('footnotes that nothing refers to', 1000, (size) =>
    times(size, (index) => `[^a${index}]: ${QUOTE}`, '\n\n'),
  ),
  document('references to one footnote, each in a paragraph', 1000, (size) =>
    cited(times(size, () => 'Oil flows.[^a]', '\n\n')),
  ),
  document('references in one paragraph', 1000, (size) => cited(times(size, () => 'Oil flows west.[^a]', ' '))),
  document('lost references', 1000, (size) => times(size, (index) => `Oil flows.[^a${index}]`, '\n\n')),
  document(
    'lost references beside as many footnotes',
    50,
    (size) =>
      `${times(size, (index) => `Oil.[^b${index}]`, '\n\n')}\n\n${times(size, (index) => `[^a${index}]: ${QUOTE}`, '\n\n')}`,
  ),
  document('sentences in a paragraph', 250, (size) => cited(`${times(size, () => 'Oil flows west.', ' ')}[^a]`)),
  document('sentences in a paragraph without a footnote', 2000, (size) => times(size, () => 'Oil flows west.', ' ')),
  document('words in a paragraph', 20_000, (size) => cited(`${times(size, () => 'word', ' ')}.[^a]`)),
  document('paragraphs that end in a colon', 1000, (size) => cited(times(size, () => 'Oil flows west:', '\n\n'))),
  document('different figures in a statement', 500, (size) =>
    cited(`${times(size, (index) => `${index + 3}1`, ' and ')} came.[^a]`),
  ),
  document('different dates in a statement', 500, (size) =>
    cited(`${times(size, (index) => `${(index % 28) + 1} May ${1000 + (index % 999)}`, ' and ')}.[^a]`),
  ),
  document('names in a statement', 500, (size) =>
    cited(`${times(size, (index) => `Ba${'x'.repeat(index % 9)} Ku`, ' and ')}.[^a]`),
  ),
  document('quotations in a statement', 200, (size) => cited(`${times(size, () => '"Oil flows west"', ' and ')}.[^a]`)),
  document('code in a paragraph', 1000, (size) => cited(`${times(size, () => '`x` is.', ' ')}[^a]`)),
  document('links', 500, (size) => cited(`${times(size, (index) => `[x](/no${index}/)`, ' ')}[^a]`)),
  document(
    'links to headings',
    500,
    (size) => `${times(size, (index) => `## Part ${index}\n\n[x](#part-${index}).[^a]`, '\n\n')}\n\n[^a]: ${QUOTE}`,
  ),
  document('events', 300, (size) =>
    cited(times(size, () => '<Event date="2013" themes="trade">\nIn 2013 oil.[^a]\n</Event>', '\n\n')),
  ),
  document('exemptions', 500, (size) =>
    cited(times(size, () => '{/* citations-ignore-next figure-unsupported: so */}\n\nSome 77 came.[^a]', '\n\n')),
  ),
  document('rows of a table', 1000, (size) =>
    cited(`| a | b |\n|---|---|\n${times(size, () => '| Oil. | West.[^a] |', '\n')}`),
  ),
  document(
    'quotes with an elision',
    300,
    (size) => `Oil.[^a]\n\n[^a]: ${times(size, () => '@memo "Oil flows west […] 40 percent in 2013"', '\n    ')}`,
  ),
  document(
    'quotes in one footnote that is never closed',
    2000,
    (size) => `Oil.[^a]\n\n[^a]: @memo ${times(size, () => '"x', ' ')}`,
  ),
  document('citations that end in space', 2000, (size) => `Oil.[^a]\n\n[^a]: @memo "x" ${times(size, () => '" ;  ')}`),
  document('quotation marks', 20_000, (size) => cited(`a ${'"'.repeat(size)} b.[^a]`)),
  document('curly marks that open', 20_000, (size) => cited(`a ${'“‘'.repeat(size)} b.[^a]`)),
  document('digits', 20_000, (size) => cited(`a ${'1'.repeat(size)} b.[^a]`)),
  document('digits with commas', 20_000, (size) => cited(`a ${'1,111'.repeat(size)} b.[^a]`)),
  document('hyphens', 20_000, (size) => cited(`a ${'-'.repeat(size)} b.[^a]`)),
  document('joined capitals', 20_000, (size) => cited(`A ${"A-b'c".repeat(size)} b.[^a]`)),
  document('periods', 20_000, (size) => cited(`a ${'. '.repeat(size)} b.[^a]`)),
  document('spaces', 20_000, (size) => cited(`a ${' '.repeat(size)} b.[^a]`)),
  document('brackets', 1000, (size) => cited(`a ${'['.repeat(size)} b.[^a]`)),
  document('labels that are never closed', 1000, (size) => cited(`a ${'[^'.repeat(size)} b.[^a]`)),
  document('backslashes', 5000, (size) => cited(`a ${'\\'.repeat(size)}[^b] b.[^a]`)),
  document('backticks', 5000, (size) => cited(`a ${'`'.repeat(size)} b.[^a]`)),
  document('braces', 1000, (size) => '{'.repeat(size)),
  document('marks of emphasis', 500, (size) => cited(`${'*a_ '.repeat(size)}[^a]`)),
  document('pipes', 1000, (size) => '|'.repeat(size)),
  document('block quotes in each other', 100, (size) => `${'>'.repeat(size)} a`),
  document('lists in each other', 20, (size) => times(size, (index) => `${' '.repeat(2 * index)}- a`, '\n')),
  document('list marks on a line', 100, (size) => `${'- '.repeat(size)}a`),
  document('elements in each other', 200, (size) => `${'<i>'.repeat(size)}a${'</i>'.repeat(size)}`),
  document('elements that are never closed', 1000, (size) => '<i>'.repeat(size)),
  document('parentheses in an expression', 200, (size) => `{${'('.repeat(size)}1${')'.repeat(size)}}`),
  { name: 'YAML lists in each other', size: 1000, run: (size) => yaml(`a: ${'['.repeat(size)}`) },
  {
    name: 'YAML lists in each other, closed',
    size: 500,
    run: (size) => yaml(`a: ${'['.repeat(size)}${']'.repeat(size)}`),
  },
  { name: 'YAML keys', size: 2000, run: (size) => yaml(times(size, (index) => `a${index}: [x`, '\n')) },
  {
    name: 'YAML quotation mark that is never closed',
    size: 20_000,
    run: (size) => yaml(`a: "${'x '.repeat(size)}`),
  },
  {
    name: 'a source on one line',
    size: 20_000,
    run: (size) => check(cited('Oil.[^a]'), [readingOf('memo', `${RAW.trim()} ${longText(size)}`)]),
  },
  {
    name: 'a source of many lines',
    size: 20_000,
    run: (size) => check(cited('Oil.[^a]'), [readingOf('memo', `${RAW}${longText(size).replaceAll('. ', '.\n')}`)]),
  },
  {
    name: 'a quote that is not in a long source',
    size: 20_000,
    run: (size) =>
      check('Oil.[^a]\n\n[^a]: @memo "Nobody at all came to the towns of Gabala"', [readingOf('memo', longText(size))]),
  },
  {
    name: 'quotes in a source as long',
    size: 200,
    run: (size) =>
      check(
        `${times(size, (index) => `Word.[^a${index}]`, '\n\n')}\n\n${times(size, (index) => `[^a${index}]: @memo "Word${index} came to the town of Baku${index % 97}."`, '\n\n')}`,
        [readingOf('memo', longText(size * 5))],
      ),
  },
  {
    name: 'regions of a source',
    size: 100,
    run: (size) =>
      check(cited('Oil.[^a]'), [
        readingOf(
          'memo',
          `${RAW}${times(size * 2, (index) => `Line ${index}`, '\n')}`,
          `regions:\n${times(size, (index) => `  - { kind: boilerplate, lines: ${index * 2 + 2}, reason: So. }`, '\n')}`,
        ),
      ]),
  },
];
