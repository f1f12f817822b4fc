import type { TestProject } from 'vitest/node';
import { buildOnce } from './build-once.ts';
import { secondSite } from './project.ts';

/** The same tests on another subject: what they find on this site only would be knowledge of it. */
export default (project: TestProject) => buildOnce(project, secondSite);
