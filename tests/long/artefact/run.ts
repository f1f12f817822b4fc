/**
 * Check a built site as a stranger would, from its files, the raw texts and their records alone: `npm run test:long --
 * artefact` builds a copy of the project first; `--dist <folder>` takes an existing site. Exits with 1 for any
 * fault.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, home, removeProject, run } from '../../site/project.ts';
import { checkArtefact } from './check.ts';
import { type Findings, readFiles } from './site.ts';

const { values } = parseArgs({ options: { dist: { type: 'string' } } });
const say = (line: string) => process.stdout.write(`${line}\n`);

const { counts, faults } = values.dist === undefined ? await buildAndCheck() : check(values.dist);
for (const [name, count] of Object.entries(counts)) say(`${name.padEnd(34)}${String(count).padStart(7)}`);
for (const { where, fact } of faults) say(`\n${where}: ${fact}`);
say(`\n${faults.length === 0 ? 'No faults' : `${faults.length} faults`}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function check(dist: string): Findings {
  return checkArtefact(readFiles(dist), readFiles(join(home, 'sources')));
}

async function buildAndCheck(): Promise<Findings> {
  const root = copyProject();
  try {
    const { code, output } = await run(root, 'build');
    if (code !== 0) throw new Error(output);
    return check(join(root, 'dist'));
  } finally {
    removeProject(root);
  }
}
