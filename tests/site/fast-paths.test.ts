import { writeFileSync } from 'node:fs';
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

test('a build without any fast path is the same to the byte', async () => {
  const fast = await build('on');
  expect(await build('off')).toEqual(fast);
});
