import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { resolve } from '#citation/resolve.ts';
import { parseMdx } from '#markdown/parse.ts';
import { indexNames, readNames } from '#statement/name.ts';
import { namesIn } from '#statement/name-in.ts';
import { readYaml } from '#text/yaml.ts';
import { documentOf } from './document-of.ts';
import { sourceOf } from './source-of.ts';

/** What the fuzzer found, each as the smallest case of it. */

function find(raw: string, quote: string) {
  const resolution = resolve({ sourceId: 'memo', quote, locator: undefined }, sourceOf('memo', raw));
  return resolution.ok ? resolution.passage.raw.map(({ start, end }) => raw.slice(start, end)) : resolution.fact.ruleId;
}

describe('a quote', () => {
  test('that begins with half a character is not found in the whole one', () => {
    expect(find('\u{1d400} grain went east by rail', '\udc00 grain went east by rail')).toBe('quote-not-found');
    expect(find('grain went east by rail \u{1d400}', 'grain went east by rail \ud835')).toBe('quote-not-found');
  });

  test('whose last part cuts a word is not found, even as far away as possible', () => {
    // 400 characters are left out.
    const left = `The grain went east, ${'x '.repeat(199)}`;

    expect(find(`${left}by railway.`, 'The grain went east […] by railw')).toBe('quote-not-found');
    expect(find(`${left}by railway.`, 'The grain went east […] by railway')).toEqual([
      'The grain went east',
      'by railway',
    ]);
  });

  test('whose second part occurs twice is found where the third one follows it', () => {
    const raw = `The grain went east by rail. ${'x '.repeat(150)}It went by rail. ${'y '.repeat(100)}And came back.`;

    expect(find(raw, 'The grain went east […] by rail. […] And came back.')).toEqual([
      'The grain went east',
      'by rail.',
      'And came back.',
    ]);
  });
});

test('a name that runs into a figure is not a name', () => {
  const known = indexNames([]);
  const text = 'Ba Decem25, 1991; New York2';

  expect(readNames(text, known, []).map(({ name }) => name)).toEqual(['New']);
  expect(readNames('Ba Decem, 1991', known, []).map(({ name }) => namesIn(name, ['Ba Decem, 1991'], known))).toEqual([
    true,
  ]);
});

test('a fault of YAML after the end of its document has the line it is on', () => {
  const text = 'a: b\n... 1991\ntitle: x\n';
  const [error] = readYaml(text).errors;

  expect(error?.place.end).toEqual({ line: 3, column: 6, offset: 19 });
  expect(text.slice(0, 19).split('\n')).toHaveLength(3);
});

describe('a document', () => {
  test('has the same lines as in an editor, where a CR alone ends none', () => {
    const text = 'One\rtwo <b title="x">three</b>.\n\n[^a]: @memo "Oil."\n';
    const parsed = parseMdx(text, 'a.mdx');
    const [paragraph, footnote] = 'tree' in parsed ? parsed.tree.children : [];

    expect(footnote?.position?.start).toEqual({ line: 3, column: 1, offset: text.indexOf('[^a]') });
    expect(JSON.stringify(paragraph)).not.toMatch(/"line":2/);
  });

  test('with a bare address after a bracket is checked, and each part of it has its place', () => {
    const text = '[^ 1991 \n. https://example.org/a[^a] 1991. a.';
    const { report } = checkCorpus([], [documentOf('pages', 'tried', '', text)]);

    expect(report.problems.length).toBeGreaterThan(0);
    expect(report.problems.filter((problem) => !problem.place)).toEqual([]);
  });

  test('with a bare address that Markdown has decoded is checked, too', () => {
    const text = '[^ x &amp; https://example.org/?a&amp;b=/no/.';
    const { report } = checkCorpus([], [documentOf('pages', 'tried', '', text)]);

    expect(report.problems.length).toBeGreaterThan(0);
  });

  test.for([
    ['<a>', '<a>', 1],
    ['x\n\n<b>\n\ny\n', '<b>', 3],
    ['x\r<b>\n', '<b>', 1],
  ] as const)('with an element that is never closed, %j, has the place of it', ([text, tag, line]) => {
    const parsed = parseMdx(text, 'a.mdx');
    const at = 'problem' in parsed ? parsed.problem.place : undefined;

    expect(text.slice(at?.start.offset, at?.end.offset)).toBe(tag);
    expect(at?.start.line).toBe(line);
  });
});
