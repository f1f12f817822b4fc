/**
 * Check, build and test the project in other surroundings: `npm run test:surroundings`; `-- --only umask` tries the cases with that in
 * their name, after the first of each kind. Exits with 1 where a command fails, where the built site is not the same to the byte in
 * all cases of one kind, or where a file has other permissions than the umask leaves.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { digests, type Outcome } from '../site/project.ts';
import { CASES, type Kind, type Surroundings, USUAL_UMASK } from './cases.ts';
import { newWorkspace, type Workspace } from './workspace.ts';

/** What depends on the system most: text in many scripts, files, paths, messages, commands. */
const TESTS = [
  'tests/text',
  'tests/problem',
  'tests/problems.test.ts',
  'tests/editing.test.ts',
  'tests/cli/check.test.ts',
];
const COMMANDS = {
  check: ['src/cli/main.ts', 'check'],
  build: ['node_modules/astro/bin/astro.mjs', 'build'],
  tests: ['node_modules/vitest/vitest.mjs', 'run', ...TESTS],
} as const;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const say = (line: string) => process.stdout.write(`${line}\n`);
const isRoot = process.getuid?.() === 0;
const kindOf = ({ kind = 'copy' }: Surroundings) => kind;
const isFirst = (candidate: Surroundings) => CASES.find((each) => kindOf(each) === kindOf(candidate)) === candidate;

const first = new Map<Kind, Readonly<Record<string, string>>>();
let [failed, untried] = [0, 0];
say(`${'surroundings'.padEnd(52)}check  build  tests  modes  SHA-256 of dist`);
for (const surroundings of CASES.filter((each) => isFirst(each) || each.name.includes(values.only))) {
  if (surroundings.owns !== undefined && !isRoot) {
    untried++;
    say(`${surroundings.name.padEnd(52)}not tried: only root can take the part of another user`);
    continue;
  }
  const workspace = newWorkspace(surroundings);
  try {
    await tryIn(workspace, surroundings);
  } finally {
    rmSync(workspace.folder, { recursive: true, force: true });
  }
}
const [copy, checkout] = [first.get('copy') ?? {}, first.get('checkout') ?? {}];
const dated = Object.keys(checkout).filter((file) => checkout[file] !== copy[file]);
say(`\nThe day of the last commit changes ${dated.length} files`);
if (dated.length === 0) failed++;
say(failed === 0 ? 'All is the same' : `${failed} cases differ or fail`);
if (untried > 0) say(`${untried} not tried`);
process.exitCode = failed === 0 ? 0 : 1;

async function tryIn({ root, run }: Workspace, surroundings: Surroundings): Promise<void> {
  const check = await run(COMMANDS.check);
  const build = await run(COMMANDS.build);
  const tests = await run(COMMANDS.tests);
  const dist = join(root, 'dist');
  const built = build.code === 0 ? digests(dist) : {};
  const { umask = USUAL_UMASK } = surroundings;
  const odd = build.code === 0 ? oddModes(dist, umask) : [];
  const expected = first.get(kindOf(surroundings)) ?? built;
  first.set(kindOf(surroundings), expected);
  const other = [...new Set([...Object.keys(expected), ...Object.keys(built)])].filter(
    (file) => expected[file] !== built[file],
  );

  const isGood = ({ code }: Outcome) => code === 0;
  const told = [check, build, tests].map((outcome) => (isGood(outcome) ? 'passed' : 'FAILED').padEnd(7)).join('');
  const modes = (odd.length === 0 ? 'good' : `${odd.length} ODD`).padEnd(7);
  const same = other.length === 0 ? '' : `  ${other.length} FILES DIFFER`;
  say(`${surroundings.name.padEnd(52)}${told}${modes}${digestOf(built).slice(0, 16)}${same}`);
  for (const outcome of [check, build, tests]) if (!isGood(outcome)) say(outcome.output.slice(-4000));
  for (const file of [...odd, ...other].slice(0, 10)) say(`  ${file}`);
  if (odd.length + other.length > 0 || ![check, build, tests].every(isGood)) failed++;
}

/** Files and folders that may be used by others than the umask leaves it to. */
function oddModes(dist: string, umask: number): string[] {
  return ['.', ...readdirSync(dist, { recursive: true, encoding: 'utf8' })].flatMap((name) => {
    const status = statSync(join(dist, name));
    const expected = (status.isDirectory() ? 0o777 : 0o666) & ~umask;
    const mode = status.mode & 0o777;
    return mode === expected ? [] : [`${name} has ${mode.toString(8)}, expected ${expected.toString(8)}`];
  });
}

function digestOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const [file, digest] of Object.entries(files)) hash.update(`${file}\0${digest}\n`);
  return hash.digest('hex');
}
