import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addPages, copyProject, OUTCOME, removeProject, run } from './project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The copy of the project that is built once for all tests of the built site. */
    readonly builtProject: string;
  }
}

/**
 * Build a copy of the project, with the page of charts, for all test files that look at the built site. Nobody waits
 * here: the files do, when they need it (`startSite`), and those that break a copy of their own do not.
 */
export default function buildOnce(project: TestProject): () => Promise<void> {
  let root = '';
  let building: Promise<void> = Promise.resolve();
  const build = () => {
    root = copyProject();
    addPages(root);
    project.provide('builtProject', root);
    building = run(root, 'build').then((outcome) => {
      // Whole or not at all: others look whether it is there.
      writeFileSync(join(root, `${OUTCOME}.new`), JSON.stringify(outcome));
      renameSync(join(root, `${OUTCOME}.new`), join(root, OUTCOME));
    });
  };
  const remove = async () => {
    await building;
    removeProject(root);
  };

  build();
  project.onTestsRerun(async () => {
    await remove();
    build();
  });
  return remove;
}
