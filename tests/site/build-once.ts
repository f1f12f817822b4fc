import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addDocuments, copyProject, OUTCOME, removeProject, run } from './project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The copy of the project that is built once for all tests of the built site. */
    readonly builtProject: string;
    /** The path that all its addresses begin with, without the slash at its end. */
    readonly base: string;
  }
}

/**
 * Build a copy of the project, with the tests' own documents, for all test files that look at the built site. Nobody
 * waits here: the files do, when they need it (`startSite`), and those that break a copy of their own do not.
 *
 * @param site The folder of its content and sources.
 */
export function buildOnce(project: TestProject, site?: string): () => Promise<void> {
  let root = '';
  let building: Promise<void> = Promise.resolve();
  const build = () => {
    root = copyProject(site);
    addDocuments(root);
    project.provide('builtProject', root);
    project.provide('base', baseOf(root));
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

/** What the settings of a site say, read in another way than the site does. */
function baseOf(root: string): string {
  const settings = join(root, 'content/site.yaml');
  const [, base = ''] = /^base: (\/\S*?)\/?$/m.exec(existsSync(settings) ? readFileSync(settings, 'utf8') : '') ?? [];
  return base;
}

export default (project: TestProject) => buildOnce(project);
