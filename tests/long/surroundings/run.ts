/**
 * Check and build the project in different surroundings: `npm run test:long -- surroundings`; `--only umask` runs the
 * cases with that word in their name, after the first of each kind. Exits with 1 where a command fails, where two sites
 * of one kind are not byte-identical (the search index aside), or where a file has other permissions than the umask
 * leaves.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { digestsOfSite } from '../../site/project.ts';
import { newWorkspace, type Surroundings, USUAL_UMASK, type Workspace } from './workspace.ts';

/** Late in the evening in Tashkent, when Greenwich is still a few hours behind and the Pacific a day ahead. */
const DAY = { GIT_COMMITTER_DATE: '2026-11-02T23:30:00+04:00' };

const CASES: readonly Surroundings[] = [
  { name: 'a copy' },
  { name: 'a path with spaces and three alphabets', folder: 'Şəhər və Köln – ağ שלום' },
  { name: 'LC_ALL=C', env: { LC_ALL: 'C' } },
  // Pairs i with İ, and ı with I.
  { name: 'in Turkish', env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  // Sorts q after k, and x after h.
  { name: 'in Estonian', env: { LANG: 'et_EE.UTF-8', LC_ALL: 'et_EE.UTF-8' } },
  // Has digits of its own.
  { name: 'in Arabic', env: { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' } },
  { name: 'TZ=Pacific/Kiritimati', env: { TZ: 'Pacific/Kiritimati' } },
  { name: 'TZ=America/Los_Angeles', env: { TZ: 'America/Los_Angeles' } },
  { name: 'umask 077', umask: 0o077 },
  { name: 'umask 000', umask: 0o000 },
  { name: 'a user who cannot write to content and sources', isByNobody: true },
  { name: 'FORCE_COLOR=3, CI=true', env: { FORCE_COLOR: '3', NO_COLOR: '', CI: 'true' } },
  { name: 'a checkout', isCheckout: true, env: DAY },
  { name: 'a checkout, TZ=Pacific/Kiritimati', isCheckout: true, env: { ...DAY, TZ: 'Pacific/Kiritimati' } },
];

const COMMANDS = [
  ['src/cli/main.ts', 'check'],
  ['node_modules/astro/bin/astro.mjs', 'build'],
];

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const say = (line: string) => process.stdout.write(`${line}\n`);
const kindOf = ({ isCheckout = false }: Surroundings) => (isCheckout ? 'checkout' : 'copy');
const first = new Map<string, Readonly<Record<string, string>>>();
let failed = 0;

for (const [kind, cases] of Map.groupBy(CASES, kindOf)) {
  for (const surroundings of cases.filter(({ name }) => name === cases[0]?.name || name.includes(values.only))) {
    if (surroundings.isByNobody && process.getuid?.() !== 0) {
      say(`${surroundings.name}: skipped, since only root can run a program as another user`);
      continue;
    }
    const workspace = newWorkspace(surroundings);
    const faults = await findFaults(workspace, surroundings, kind);
    rmSync(workspace.folder, { recursive: true, force: true });
    say(`${surroundings.name}: ${faults.length === 0 ? 'same site' : `FAILED\n  ${faults.slice(0, 10).join('\n  ')}`}`);
    if (faults.length > 0) failed++;
  }
}
say(failed === 0 ? 'All sites are the same' : `${failed} cases failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function findFaults({ root, run }: Workspace, { umask }: Surroundings, kind: string): Promise<string[]> {
  for (const command of COMMANDS) {
    const { code, output } = await run(command);
    if (code !== 0) return [`${command.join(' ')} exits with ${code}: ${output.slice(-2000)}`];
  }
  const dist = join(root, 'dist');
  const built = digestsOfSite(dist);
  const expected = first.get(kind) ?? built;
  first.set(kind, expected);
  const files = [...new Set([...Object.keys(expected), ...Object.keys(built)])];
  return [
    ...files.filter((file) => expected[file] !== built[file]).map((file) => `${file} differs`),
    ...odd(dist, umask),
  ];
}

/** Files and folders with other permissions than the umask leaves. */
function odd(dist: string, umask = USUAL_UMASK): string[] {
  return ['.', ...readdirSync(dist, { recursive: true, encoding: 'utf8' })].flatMap((name) => {
    const status = statSync(join(dist, name));
    const expected = (status.isDirectory() ? 0o777 : 0o666) & ~umask;
    const mode = status.mode & 0o777;
    return mode === expected ? [] : [`${name} has mode ${mode.toString(8)}, expected ${expected.toString(8)}`];
  });
}
