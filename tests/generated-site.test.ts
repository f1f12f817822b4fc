import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Corpus } from '#check/model.ts';
import { readCorpus } from '#io/read-corpus.ts';
import { isError, type Report } from '#problem/problem.ts';
import type { Comparison } from '#statement/comparison.ts';
import { generateContent } from './long/bench/generate/content.ts';
import { writeFiles } from './long/bench/workspace.ts';

const ARTICLES = 6;

const digest = (files: ReadonlyMap<string, string>) =>
  createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');

describe('a site generated for measurements', () => {
  const files = generateContent(ARTICLES, 1);
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  let corpus: Corpus;
  let report: Report;
  beforeAll(() => {
    writeFiles(root, files);
    ({ corpus, report } = readCorpus(root));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('has no problem that stops a build', () => expect(report.problems.filter(isError)).toEqual([]));

  test('is the same for the same seed, and different for another', () => {
    expect(digest(generateContent(ARTICLES, 1))).toBe(digest(files));
    expect(digest(generateContent(ARTICLES, 2))).not.toBe(digest(files));
  });

  test('has the articles that were asked for, each with 5 to 10 footnotes', () => {
    expect(corpus.articles).toHaveLength(ARTICLES);
    for (const { footnotes } of corpus.articles) {
      expect(footnotes.length).toBeGreaterThanOrEqual(5);
      expect(footnotes.length).toBeLessThanOrEqual(10);
    }
  });

  test('has figures, dates and names in every article, each supported by a passage', () => {
    for (const { statements, document } of corpus.articles) {
      const comparisons = statements.flatMap((statement) => statement.comparisons);
      expect(new Set(comparisons.map(({ verdict }) => verdict)), document.file).toEqual(new Set(['held']));
      const kinds = Map.groupBy(comparisons, ({ kind }) => kind);
      for (const kind of ['figure', 'date', 'name'] satisfies Comparison['kind'][])
        expect(kinds.get(kind)?.length ?? 0, `${kind} of ${document.file}`).toBeGreaterThan(2);
    }
  });

  test('has words in quotation marks that a passage supports', () => {
    const comparisons = corpus.articles.flatMap(({ statements }) => statements.flatMap((one) => one.comparisons));
    expect(comparisons.filter(({ kind, by }) => kind === 'quotation' && by !== undefined).length).toBeGreaterThan(2);
  });

  test('has rows of tables, quotes with words left out, and several citations in one footnote', () => {
    const statements = corpus.articles.flatMap((article) => article.statements);
    expect(statements.some(({ statement }) => statement.kind === 'row')).toBe(true);
    const footnotes = corpus.articles.flatMap((article) => article.footnotes);
    expect(footnotes.some(({ passages }) => passages.some(({ parts }) => parts.length > 1))).toBe(true);
    expect(footnotes.some(({ passages }) => passages.length > 1)).toBe(true);
  });

  test('has sources with regions, errata and reported speech, from 10 kB to 1 MB', () => {
    const kinds = corpus.sources.flatMap(({ regions }) => regions.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['heading', 'furniture', 'boilerplate', 'withheld']));
    expect(corpus.sources.some(({ errata }) => errata.length > 0)).toBe(true);
    expect(corpus.sources.some(({ speech }) => speech.length > 0)).toBe(true);
    for (const { raw } of corpus.sources) {
      expect(raw.length).toBeGreaterThanOrEqual(10_000);
      expect(raw.length).toBeLessThan(1_001_000);
    }
  });
});
