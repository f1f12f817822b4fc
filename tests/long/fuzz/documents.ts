import fc from 'fast-check';
import { checkCorpus } from '#check/check-corpus.ts';
import type { DocumentFile } from '#check/model.ts';
import { documentsOf } from '#check/model.ts';
import { describePage } from '#check/page-state.ts';
import { printFootnote, readCitations } from '#citation/citation.ts';
import { fixFootnotes } from '#citation/fix.ts';
import { readFootnotes } from '#citation/footnote.ts';
import { blankFrontMatter } from '#document/document.ts';
import { withCause } from '#document/syntax-fault.ts';
import { annotationsOf } from '#formats/annotations.ts';
import { markdownTwin } from '#formats/markdown-twin.ts';
import { proofOf } from '#formats/proof.ts';
import { publishText } from '#formats/published-text.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError, type Problem } from '#problem/problem.ts';
import { publish } from '#publication/publication.ts';
import { indexLines } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { documentOf } from '../../document-of.ts';
import { anyText, cutFrom, mutated, prose } from './characters.ts';
import { type FuzzedDocument, footnote, fuzzedDocument } from './markup.ts';
import { mustBeIn, mustBePlace, mustBeProblems, mustPrint } from './places.ts';
import { must, mustEqual, property } from './property.ts';
import { normalForm } from './reference.ts';
import { RAW_TEXTS, READINGS, SECRET } from './world.ts';

/** What other documents link to. */
const OTHERS: readonly DocumentFile[] = [
  documentOf(
    'themes',
    'trade',
    'label: Trade\norder: 1\n',
    'Oil flows west.[^a]\n\n[^a]: @memo#L3 "Oil flows west through the pipeline of"',
  ),
  documentOf(
    'articles',
    'grain',
    'themes: [trade]\nasOf: The year 1990.\nupdated: 2026-11-23\n',
    'Grain went east.[^a]\n\n[^a]: @old "Grain went east by rail in 1990."\n\n    A note.',
  ),
];

/** Read a document as `readDocuments` does, once it is off the disk. */
function fileOf({ folder, text }: FuzzedDocument): { file: DocumentFile; problems: Problem[] } {
  const file = `content/${folder}/tried.mdx`;
  const parsed = parseMdx(blankFrontMatter(text), file);
  const page = { folder, slug: 'tried', file, text };
  if ('problem' in parsed) return { file: { ...page, tree: undefined }, problems: [withCause(parsed.problem, text)] };
  return { file: { ...page, tree: parsed.tree }, problems: [] };
}

const texts = new Map([
  ...OTHERS.map(({ file, text }) => [file, text] as const),
  ...READINGS.flatMap(({ id, source }) => (source ? [[`sources/${id}.txt`, source.raw] as const] : [])),
]);

const site = new URL('https://example.org/');

/** Check a document with others, and do everything that can be done with one. */
function tryDocument(document: FuzzedDocument): void {
  const { text } = document;
  const { file, problems } = fileOf(document);
  const files = [...OTHERS, file];
  const { corpus, report } = checkCorpus(READINGS, files, { found: problems });
  mustBeProblems(report.problems, new Map([...texts, [file.file, text]]));
  mustPrint(report);

  const checked = documentsOf(corpus);
  for (const { statements, footnotes, events, charts } of checked.filter(
    (other) => other.document.file === file.file,
  )) {
    for (const { statement, comparisons } of statements) {
      mustBeIn(statement.span, text, 'a statement');
      for (const { words } of comparisons) must(typeof words === 'string', 'words that were compared');
      for (const part of statement.parts) {
        for (let at = 0; at < part.text.length; at += 5)
          mustBeIn({ start: part.offsetOf(at), end: text.length }, text, 'a character of a statement');
      }
    }
    mustEqual(
      footnotes.map(({ number }) => number),
      footnotes.map((_, index) => index + 1),
      'the numbers of footnotes',
    );
    for (const { offset } of [...events, ...charts]) must(text[offset] === '<', 'an element begins there', offset);
  }

  const publication = publish(corpus, '2026-11-24');
  const published = JSON.stringify([publication, report, printAll(report.problems)]);
  must(!published.includes(SECRET), 'nothing that is withheld', report.problems);

  const textsOf = new Map(publication.sources.map((source) => [source.id, publishText(source.lines)]));
  const textOf = (id: string) => textsOf.get(id) ?? publishText([]);
  for (const article of publication.articles) {
    const source = files.find((other) => other.file === article.file);
    const isSound = !report.problems.some((problem) => problem.file === article.file && isError(problem));
    const annotations = annotationsOf(article, textOf, site);
    for (const { target } of annotations.first.items) {
      for (const {
        selector: [quote, position],
      } of target) {
        const whole = textOf('memo') && selectedText(target, quote, position, publication.sources, textsOf);
        mustEqual(whole, quote?.exact, 'the text at the position of an annotation');
      }
    }
    const sources = publication.sources.map(({ id, name }) => ({ id, name, text: '', sha256: '', isWhole: true }));
    proofOf(article, sources, textOf);
    // No page is made of a document with problems.
    const parsed = source && parseMdx(blankFrontMatter(source.text), source.file);
    if (!isSound || !parsed || !('tree' in parsed)) continue;
    const twin = markdownTwin(article, parsed.tree, site);
    must(twin.startsWith('# ') && twin.endsWith('\n') && !twin.includes(SECRET), 'a twin in Markdown', twin);
  }
  for (const address of [`/${document.folder}/tried/`, '/articles/grain/', '/sources/memo/', '/nowhere/']) {
    must(!JSON.stringify(describePage({ corpus, report }, address)).includes(SECRET), 'the state of a page', address);
  }
  if (file.tree) tryFix(file.tree, text, file);
}

function printAll(problems: readonly Problem[]): string {
  return problems.map((problem) => JSON.stringify(problem)).join('\n');
}

function selectedText(
  target: readonly { source: string }[],
  _quote: unknown,
  position: { start?: number; end?: number; exact?: string } | undefined,
  sources: readonly { id: string }[],
  textsOf: ReadonlyMap<string, { text: string }>,
): string | undefined {
  const id = sources.find((source) => target[0]?.source.endsWith(`/${source.id}.txt`))?.id;
  const text = textsOf.get(id ?? '')?.text;
  return text === undefined ? undefined : [...text].slice(position?.start, position?.end).join('');
}

/** What was fixed stays fixed, and no citation is lost or changed by it. */
function tryFix(tree: Parameters<typeof fixFootnotes>[0], text: string, file: DocumentFile): void {
  const fixed = fixFootnotes(tree, text);
  if (fixed.done.length === 0) {
    mustEqual(fixed.text, text, 'a text that nothing was done to');
    return;
  }
  const again = parseMdx(blankFrontMatter(fixed.text), file.file);
  must('tree' in again, 'a fixed document that can be parsed', text, fixed.text);
  if ('tree' in again)
    mustEqual(fixFootnotes(again.tree, fixed.text).done, [], `nothing more to fix in ${JSON.stringify(fixed.text)}`);
}

export const DOCUMENTS = [
  property('a document is checked, published and printed', 25, fuzzedDocument, tryDocument),

  property(
    'the citations of a footnote are read, or its first fault is reported',
    150,
    fc.oneof(footnote, mutated(footnote), anyText),
    (source) => {
      const lines = indexLines(source);
      const whole = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
      const definition = {
        identifier: 'a',
        label: 'a',
        place: whole,
        citations: { source, offset: 0 },
        hasNote: false,
      };
      const { citations, problems } = readCitations(definition, 'a.mdx', lines);
      must(problems.length <= 1 && citations.length + problems.length > 0, 'citations or one problem', problems);
      mustBeProblems(
        problems.filter(({ ruleId }) => ruleId !== 'citation-missing' || source.length > 1),
        new Map([['a.mdx', `${source} `]]),
      );
      for (const { sourceId, quote, place } of citations) {
        mustBePlace(place, source, 'a citation');
        const written = source.slice(place.start.offset, place.end.offset);
        must(
          written.startsWith(`@${sourceId}`) && written.length >= quote.length / 2,
          'a citation at its place',
          written,
          sourceId,
          quote,
        );
      }
    },
  ),

  property(
    'a footnote that is printed is read back',
    80,
    fc.array(
      fc.record({
        sourceId: fc.constantFrom('memo', 'old'),
        lines: fc.constantFrom(undefined, { from: 3, to: 3 }, { from: 3, to: 7 }),
        quote: fc.oneof(cutFrom(RAW_TEXTS), mutated(prose), anyText).filter(isQuotable),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    (citations) => {
      const printed = printFootnote(
        'a',
        citations.map(({ lines, ...citation }) => ({ ...citation, locator: lines })),
      );
      const text = `Oil.[^a]\n\n${printed}\n`;
      const parsed = parseMdx(text, 'a.mdx');
      must('tree' in parsed, 'a footnote that can be parsed', parsed, text);
      if (!('tree' in parsed)) return;
      const { definitions, references, lostReferences } = readFootnotes(parsed.tree, text);
      mustEqual(
        [definitions.length, references.length, lostReferences.length],
        [1, 1, 0],
        `one footnote in ${JSON.stringify(text)}`,
      );
      const read = definitions.flatMap((definition) => readCitations(definition, 'a.mdx', indexLines(text)).citations);
      mustEqual(
        read.map(({ sourceId, locator, quote }) => ({ sourceId, locator, quote: normalOf(quote) })),
        citations.map(({ sourceId, lines, quote }) => ({ sourceId, locator: lines, quote: normalOf(quote) })),
        `the citations of ${JSON.stringify(text)}`,
      );
    },
  ),
];

/** Texts that a source can have: no unpaired surrogates, no NUL, and something to quote. */
function isQuotable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0') && normalize(text).text !== '';
}

function normalOf(quote: string): string {
  return normalForm(quote)
    .map(({ value }) => value)
    .join('');
}
