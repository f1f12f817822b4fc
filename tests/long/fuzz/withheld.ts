import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkCorpus } from '#check/check-corpus.ts';
import { printFootnote } from '#citation/citation.ts';
import { citeFound, findPassages } from '#citation/find-passages.ts';
import { citableSentences } from '#citation/sentence.ts';
import { printedWords } from '#citation/words.ts';
import { compareSource, refusalOf } from '#cli/compare-source.ts';
import { annotationsOf } from '#formats/annotations.ts';
import { publishText } from '#formats/published-text.ts';
import { printReport } from '#problem/print.ts';
import { printJson } from '#problem/print-json.ts';
import type { Problem } from '#problem/problem.ts';
import { publish } from '#publication/publication.ts';
import { anchoredText } from '#source/anchor.ts';
import { writeAnchors } from '#source/edit-record.ts';
import { hiddenSpans } from '#source/mark-facts.ts';
import { repin } from '#source/repin.ts';
import { type OpenedSource, openSource, readSource, type Source } from '#source/source.ts';
import { countStatements } from '#statement/check.ts';
import { articleOf } from '../../document-of.ts';
import { home, listFiles } from '../../site/project.ts';
import { filesOf, PIN } from '../../source-of.ts';
import { must, property } from './property.ts';

const IDS = listFiles(join(home, 'sources')).flatMap((name) => /^(.*)\.txt$/.exec(name)?.[1] ?? []);
const SOURCES = new Map(
  IDS.map((id) => {
    const read = (extension: string) => readFileSync(join(home, `sources/${id}.${extension}`), 'utf8');
    return [id, { raw: read('txt'), record: read('yaml').replace(/^sha256: .*$/m, `sha256: ${PIN}`) }] as const;
  }),
);

/** A change of lines; places are shares of the text. */
type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly lines: readonly string[] }
  | { readonly kind: 'copy' | 'move'; readonly at: number; readonly from: number; readonly count: number }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'wrap'; readonly at: number; readonly count: number; readonly width: number };

const share = fc.nat({ max: 999 }).map((thousandths) => thousandths / 1000);
const count = fc.nat({ max: 6 }).map((more) => more + 1);
const insert = fc.record({
  kind: fc.constant('insert' as const),
  at: fc.oneof(fc.constant(0), share),
  lines: fc.array(fc.constantFrom('', 'xx', 'Yy zz.'), { minLength: 1, maxLength: 4 }),
});
const edits: fc.Arbitrary<readonly Edit[]> = fc.oneof(
  { weight: 2, arbitrary: insert.map((edit) => [edit]) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.oneof(
        insert,
        fc.record({ kind: fc.constantFrom('copy' as const, 'move' as const), at: share, from: share, count }),
        fc.record({ kind: fc.constant('delete' as const), at: share, count }),
        fc.record({ kind: fc.constant('wrap' as const), at: share, count, width: fc.integer({ min: 20, max: 200 }) }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 20, max: 200 })
      .map((width) => [{ kind: 'wrap', at: 0, count: Number.POSITIVE_INFINITY, width }] as const),
  },
);

function apply(raw: string, all: readonly Edit[]): string {
  return all
    .reduce((lines, edit) => {
      const at = Math.floor(edit.at * lines.length);
      if (edit.kind === 'insert') return lines.toSpliced(at, 0, ...edit.lines);
      if (edit.kind === 'delete') return lines.toSpliced(at, edit.count);
      if (edit.kind === 'wrap')
        return lines.toSpliced(at, edit.count, ...wrap(lines.slice(at, at + edit.count), edit.width));
      const from = Math.floor(edit.from * lines.length);
      const taken = lines.slice(from, from + edit.count);
      return (edit.kind === 'move' ? lines.toSpliced(from, edit.count) : lines).toSpliced(at, 0, ...taken);
    }, raw.split('\n'))
    .join('\n');
}

function wrap(lines: readonly string[], width: number): string[] {
  return lines.join(' ').match(new RegExp(`\\S.{0,${width}}(?!\\S)|\\S+`, 'g')) ?? [];
}

/** A source of the site, some more of whose lines are withheld. Never the text itself: a failure prints such values. */
const withheld = fc.record({ id: fc.constantFrom(...SOURCES.keys()), from: share, count, isBare: fc.boolean() });

/** @param isBare Without slips and speech: those that moved would keep the whole text from being published. */
function withhold({ id, from, count, isBare }: typeof withheld extends fc.Arbitrary<infer Value> ? Value : never) {
  const { raw, record: whole } = SOURCES.get(id) ?? { raw: '', record: '' };
  const record = isBare ? whole.replace(/^(?:errata|speech):\n(?:[ #].*\n|\n)*/gm, '') : whole;
  const text = anchoredText(raw);
  const first = 1 + Math.floor(from * (text.lineCount - 1));
  const lines = `${first}-${Math.min(text.lineCount, first + count - 1)}`;
  const region = `regions:\n  - { kind: withheld, lines: "${lines}", reason: Private. }\n`;
  return { raw, record: writeAnchors(record.replace(/^regions:\n/m, region), text) };
}

/** What our own messages and formats say. */
const OURS = globSync(['src/{problem,publication,formats,text}/*.ts', 'tests/document-of.ts'], { cwd: home })
  .map((file) => readFileSync(join(home, file), 'utf8'))
  .join('\n');

/** Words that only withheld lines have, letters and digits alone. The record's own words are no secret. */
function needlesOf({ raw, record }: Texts, opened: Pick<OpenedSource, 'record' | 'text'>): string[] {
  const hidden = hiddenSpans(opened.record, opened.text);
  let open = `${raw} `;
  for (const { start, end } of hidden) open = open.slice(0, start) + ' '.repeat(end - start) + open.slice(end);
  // A part of an open word is no secret: the words around a quote may be cut.
  const known = `${open} ${record} ${OURS}`.toLowerCase();
  const lines = hidden.flatMap(({ start, end }) => raw.slice(start, end).split('\n'));
  // A copy of a shorter line tells nothing.
  const telling = lines.filter((line) => line.trim().length >= 8);
  return [...new Set(telling.flatMap(wordsOf))].filter((word) => word.length > 4 && !known.includes(word));
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

interface Texts {
  readonly raw: string;
  readonly record: string;
}

function open(id: string, raw: string, record: string): OpenedSource {
  const reading = openSource(filesOf(id, raw, record), IDS);
  if (!reading.ok) throw new Error(`Cannot open ${id}`);
  return reading.opened;
}

/** The record after a review by `--yes`; undefined where a person has to look. */
function reviewed(id: string, { raw, record }: Texts, text: string): string | undefined {
  const { source } = readSource(filesOf(id, raw, record), IDS);
  const earlier = { marked: open(id, raw, record), source };
  const { record: recordFile, raw: rawFile } = filesOf(id, text, record);
  if (!recordFile || !rawFile) return undefined;
  const files = { id, record: recordFile, raw: { ...rawFile, sha256: text === raw ? PIN : 'b'.repeat(64) } };
  const comparison = compareSource(files, open(id, text, record), earlier, [], IDS, '2030-01-02');
  return comparison.now && !refusalOf(comparison) ? repin(comparison.proposed, PIN, '2030-01-02') : undefined;
}

const site = new URL('https://example.org/');

/** All that a program prints of a source: its page, its text, notes and annotations of its sentences, what it finds. */
function printedOf(source: Source, searched: readonly string[]): string {
  const sentences = citableSentences(source).slice(0, 60);
  const notes = sentences.map((sentence, index) => printFootnote(`n${index}`, [citeFound({ source, sentence })]));
  const body = `${sentences.map((_, index) => `Said.[^n${index}]`).join('\n\n')}\n\n${notes.join('\n\n')}`;
  const reading = { id: source.id, source, problems: [] };
  const { corpus, report } = checkCorpus([reading], [articleOf('tried', body)]);
  const publication = publish(corpus);
  const [published] = publication.sources;
  const text = publishText(published?.lines ?? []);
  const found = searched.flatMap((words) =>
    findPassages([source], words).found.flatMap(({ span, sentence }) => [span, sentence]),
  );
  return [
    JSON.stringify(publication),
    text.text,
    ...publication.articles.map((article) => JSON.stringify(annotationsOf(article, () => text, site))),
    printedProblems(report.problems),
    ...found.map((span) => printedWords(source, span)),
  ].join('\n');
}

function printedProblems(problems: readonly Problem[]): string {
  const report = {
    problems,
    counts: { documents: 0, sources: 1, citations: 0, holding: 0, statements: countStatements([]) },
  };
  return `${printReport(report)}${printJson(report)}`;
}

export const WITHHELD = [
  property(
    'nothing withheld is printed, however the lines of a text change',
    60,
    fc.tuple(withheld, edits, fc.constantFrom('stale', 'pinned by hand', 'reviewed')),
    ([value, changes, way]) => {
      const { id } = value;
      const { raw, record } = withhold(value);
      const before = open(id, raw, record);
      const needles = needlesOf({ raw, record }, before);
      const text = apply(raw, changes);
      const current = way === 'reviewed' ? reviewed(id, { raw, record }, text) : record;
      if (current === undefined) return;
      const files = filesOf(id, text, current);
      const isStale = way === 'stale' && text !== raw && files.raw;
      const { source, problems } = readSource(isStale ? { ...files, raw: { ...files.raw, sha256: 'b' } } : files, IDS);
      // Words over the border of a withheld part, with a slip, as somebody types what he half remembers.
      const searched = hiddenSpans(before.record, before.text).flatMap(({ start, end }) =>
        [start, end].map((at) => raw.slice(Math.max(0, at - 30), at + 30).replace(/[aeo]/, '')),
      );
      const printed = new Set(wordsOf(printedProblems(problems) + (source ? printedOf(source, searched) : '')));
      // The words themselves are never part of a message.
      must(!needles.some((needle) => printed.has(needle)), 'withheld words are printed', id, way);
    },
  ),
];
