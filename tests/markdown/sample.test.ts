import { expect, test } from 'vitest';
import { setSample } from '#markdown/sample.ts';

test('a sample is set as documents are, with its notes', () => {
  const html = setSample('It is "so".[^a]\n\n[^a]: x\n\n    A remark.\n', [
    {
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
    },
  ]);
  expect(html).toContain('It is “so”.<sup id="note-fnref-a" class="reference" data-kind="opinion">');
  expect(html).toMatch(/<li id="note-fn-a" popover>/);
  expect(html).toContain('<p class="editors-note">A remark. <a href="#note-fnref-a"');
});
