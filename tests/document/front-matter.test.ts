import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ChartAttributes, EventAttributes, PointAttributes } from '#document/element-attributes.ts';
import { ArticleMatter, PageMatter, ThemeMatter } from '#document/front-matter.ts';

/** The issues of a value by a schema, as `path: message`. */
function issuesOf(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const EMPTY = { title: ' ', description: ' ' };
const OF_EMPTY = [
  'title: Expected a title',
  'description: Expected one sentence: readers see it in lists and previews',
];

describe('messages say what is expected', () => {
  test('of the front matter of an article', () => {
    const value = { ...EMPTY, themes: [], asOf: ' ', related: ['#oil'], updated: 'today' };
    expect(issuesOf(ArticleMatter, value)).toEqual([
      ...OF_EMPTY,
      'themes: Expected at least one theme',
      'asOf: Expected words on how far the texts behind the article reach in time',
      'related.0: Expected the name of a file, such as `harbor-dues`',
      'updated: Expected a day such as `2026-11-23`',
    ]);
  });

  test('of the front matter of a theme', () => {
    expect(issuesOf(ThemeMatter, { ...EMPTY, label: ' ', order: 0, reading: [''] })).toEqual([
      OF_EMPTY[0],
      'label: Expected the name in navigation',
      OF_EMPTY[1],
      'order: Expected a place, from 1',
      'reading.0: Expected the name of a file, such as `harbor-dues`',
    ]);
  });

  test('of the front matter of a page', () => {
    expect(issuesOf(PageMatter, { ...EMPTY, aliases: { Almar: [' '] } })).toEqual([
      ...OF_EMPTY,
      'aliases.Almar.0: Expected another form of the name',
    ]);
  });

  test('of a description that is too long', () => {
    const value = { title: 'a', description: 'a'.repeat(161) };
    expect(issuesOf(PageMatter, { ...value, description: 'a'.repeat(160) })).toEqual([]);
    expect(issuesOf(PageMatter, value)).toEqual([
      'description: Expected at most 160 characters: lists and previews cut longer ones',
    ]);
  });

  test('of elements', () => {
    expect(issuesOf(EventAttributes, { themes: ' ' })).toEqual(['themes: Expected at least one theme']);
    expect(issuesOf(EventAttributes, { themes: 'a a' })).toEqual(['themes: Expected each theme once']);
    expect(issuesOf(ChartAttributes, { title: ' ', unit: ' ' })).toEqual([
      'title: Expected a title',
      'unit: Expected the things that the figures count, such as `people` or `percent`',
    ]);
    expect(issuesOf(PointAttributes, { id: ' ', 'half-of': ' ', label: ' ', by: ' ', when: ' ' })).toEqual([
      'id: Expected a name',
      'half-of: Expected the `id` of another point',
      'label: Expected the figure as it is printed',
      'by: Expected the name of who gives the figure',
      'when: Expected the time when the figure was given, or `undated`',
    ]);
  });
});

test('white space around values is dropped', () => {
  expect(ChartAttributes.parse({ title: ' Grain ', unit: ' tons\n' })).toEqual({ title: 'Grain', unit: 'tons' });
});
