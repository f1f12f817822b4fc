/** Replace `dist/`, with a slash at the end, as Astro writes it, in the folder that is named by a small site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stageOutput } from '#io/staged-output.ts';

const [root = ''] = process.argv.slice(2);
const staged = stageOutput(root, join(root, 'dist/'));
try {
  mkdirSync(join(staged.folder, 'articles'));
  for (const file of ['index.html', 'articles/index.html']) writeFileSync(join(staged.folder, file), 'new');
  staged.commit();
} finally {
  staged.discard();
}
