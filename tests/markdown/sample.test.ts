import { expect, test } from 'vitest';
import type { PublishedNote } from '#corpus/publish-note.ts';
import { setSample } from '#markdown/sample.ts';

const NOTE: PublishedNote = {
  identifier: 'a',
  kind: 'opinion',
  isOnlySource: true,
  citations: [
    {
      ...{ sourceId: 'log', sourceName: 'The log', genre: 'log', issued: 'May 2023', href: '/sources/log/#c1-9' },
      ...{ lines: 'line 5', before: '', parts: ['Three ships left.'], spans: [], after: '', slips: [], others: 0 },
      voices: [{ kind: 'opinion', by: 'the clerk' }],
    },
  ],
};

test('a sample is set as documents are, with its notes', () => {
  const html = setSample('It is "so".[^a]\n\n[^a]: x\n\n    A remark.\n', [NOTE]);
  expect(html).toContain('It is “so”.<sup id="note-fnref-a" class="reference" data-kind="opinion">');
  expect(html).toMatch(/<li id="note-fn-a" popover>/);
  expect(html).toContain('<p class="editors-note">A remark. <a href="#note-fnref-a"');
});

test('a sample shows no note that it was not given', () => {
  expect(() => setSample('It is so.[^b]\n\n[^b]: x\n', [NOTE])).toThrow('Footnote `b` was not checked');
});

test('each reference of a note has a way back, told apart by its number', () => {
  const html = setSample('It is so.[^a] And so.[^a]\n\n[^a]: x\n', [NOTE]);
  const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
  expect(labels).toEqual(expect.arrayContaining(['Back to statement of note 1', 'Back to statement 2 of note 1']));
});
