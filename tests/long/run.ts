/** The long runs, by part: `npm run test:long -- <part> [options]`; without a part, the list of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PARTS: Readonly<Record<string, string>> = {
  artefact: 'the built site checked as a stranger would: notes, links, ids, digests (--dist <folder>)',
  faults: 'every known way to break the content, and to change it harmlessly (--seed --share)',
  fuzz: 'random texts, records and documents; the matcher against a reference (--seed --seconds --runs --only --path)',
  mutation: 'changes of the code that no test notices (<layer or file>…)',
  resilience: 'kills, full disks, missing permissions, changed files, two at once (--seed --kills --only)',
  surroundings: 'the same site in other paths, languages, time zones and with other umasks (--only)',
};

const [asked = '', ...options] = process.argv.slice(2);
const parts = asked === 'all' ? Object.keys(PARTS) : [asked];
if (!parts.every((part) => part in PARTS)) {
  const lines = Object.entries({ ...PARTS, all: 'each of these in turn' }).map(
    ([part, what]) => `  ${part.padEnd(14)}${what}`,
  );
  process.stdout.write(`npm run test:long -- <part> [options]\n\n${lines.join('\n')}\n`);
  if (asked !== '') process.stderr.write(`\nThere is no part \`${asked}\`\n`);
  process.exit(asked === '' ? 0 : 2);
}
for (const part of parts) {
  if (parts.length > 1) process.stdout.write(`\n${part}\n`);
  const program = join(import.meta.dirname, part, 'run.ts');
  const { status } = spawnSync(process.execPath, [program, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
