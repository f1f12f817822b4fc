import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCharts, copyProject, digests, environment, removeProject, run } from './project.ts';

const root = copyProject();
afterAll(() => removeProject(root));

async function build(fastPaths: 'on' | 'off') {
  environment['FAST_PATHS'] = fastPaths;
  const { code, output } = await run(root, 'build');
  delete environment['FAST_PATHS'];
  expect(code, output).toBe(0);
  return digests(join(root, 'dist'));
}

/** Forms of Markdown that no article may have; a document with elements is another one. */
const FORMS = `---
title: Forms
description: A page for the tests.
---

## It’s *so* & \`<more>\`

{/* A comment of the author. */}

> They are at home, so it's said.[^some]

1. At home  
   or *not at all*[^some]
2. At home, ~~or there~~[^some]

| Where | What |
| :---- | ---: |
| It's  | {/* nothing */} at home[^some] |

***

[^some]: @overview-to-2017 "Azerbaijan is home to some 30,000 Jews,"

    *A note* of the editor.
`;

beforeAll(() => {
  addCharts(root);
  writeFileSync(join(root, 'content/pages/forms.mdx'), FORMS);
});

test('a build with what an earlier one has kept is, to the byte, one without any fast path', {
  timeout: 400_000,
}, async () => {
  const before = await build('on');
  const file = join(root, 'content/articles/embassies.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Other embassies'));
  const after = await build('on');
  const card = 'articles/embassies/card.png';
  expect(after[card]).not.toBe(before[card]);
  expect(await build('off')).toEqual(after);
});
