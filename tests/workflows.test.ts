import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const Step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: Permissions.optional(),
      'timeout-minutes': z.int(),
      steps: z.array(Step).min(1),
    }),
  ),
});

const folder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
/** What each job may write, and why it has to. */
const WRITES = new Map([
  // GitHub Pages takes a site from who may write it and can prove which run it is.
  ['pages.yml deploy', ['pages', 'id-token']],
]);

/** List what a workflow does that would let others act for this project. */
function weaknesses(name: string, text: string): string[] {
  const { on, permissions, jobs } = Workflow.parse(parse(text));
  const all = Object.entries(jobs).flatMap(([job, { permissions: own = permissions, steps }]) => {
    const writes = Object.entries(own).flatMap(([scope, access]) => (access === 'write' ? scope : []));
    const allowed = WRITES.get(`${name} ${job}`) ?? [];
    return [
      ...writes.filter((scope) => !allowed.includes(scope)).map((scope) => `${job} may write ${scope}`),
      ...steps.flatMap((step) => weakStep(step).map((fact) => `${job}: ${fact}`)),
    ];
  });
  return [
    ...('pull_request_target' in on || 'workflow_run' in on
      ? ['it runs for strangers with the rights of the project']
      : []),
    ...Object.entries(permissions).flatMap(([scope, access]) =>
      scope === 'contents' && access === 'read' ? [] : `all jobs may ${access} ${scope}`,
    ),
    ...all,
  ];
}

function weakStep({ uses, run = '', with: inputs = {} }: z.infer<typeof Step>): string[] {
  return [
    ...(uses === undefined || /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/.test(uses) ? [] : [`${uses} is not pinned by digest`]),
    ...(uses?.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false
      ? ['the checkout keeps its credentials']
      : []),
    // A title or a branch named by a stranger would be run as a part of the command.
    ...(/\$\{\{/.test(run) ? ['a command has an expression in it'] : []),
  ];
}

describe('the workflows', () => {
  test.for(workflows)('%s gives nobody else the rights of the project', ([name, text]) => {
    expect(weaknesses(name, text)).toEqual([]);
  });

  test('pin each action to one digest, with its release beside it', () => {
    const pins = workflows.flatMap(([, text]) => [...text.matchAll(/uses: (\S+)@(\S+)(.*)/g)]);
    expect(pins.length).toBeGreaterThan(3);
    for (const [, action, , comment] of pins) expect(comment, action).toMatch(/^ # v\d+\.\d+\.\d+$/);
    const digests = Map.groupBy(pins, ([, action]) => action);
    for (const [action, uses] of digests) expect(new Set(uses.map(([, , digest]) => digest)).size, action).toBe(1);
  });

  test('name only scripts in package.json', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    // Those of a matrix have no `npm` before them.
    const pattern = /(?:npm |- )run (?:--silent )?([\w:]+)/g;
    const named = workflows.flatMap(([, text]) => [...text.matchAll(pattern)].map(([, script = '']) => script));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

const workflow = (step: string, more = '', on = 'push', permissions = 'contents: read') => `
on: { ${on}: {} }
permissions: { ${permissions} }
jobs:
  job:
    timeout-minutes: 5
    ${more}
    steps:
      - ${step}
`;
const DIGEST = '0123456789abcdef0123456789abcdef01234567';

test.for<[what: string, text: string, fact: string]>([
  ['a tag for a digest', workflow('uses: a/b@v4'), 'a/b@v4 is not pinned by digest'],
  ['a short digest', workflow('uses: a/b@0123456'), 'a/b@0123456 is not pinned by digest'],
  ['an image', workflow('uses: docker://alpine'), 'docker://alpine is not pinned by digest'],
  ['a checkout with credentials', workflow(`uses: actions/checkout@${DIGEST}`), 'the checkout keeps its credentials'],
  ['a title in a command', workflow(`run: echo \${{ github.event.issue.title }}`), 'a command has an expression in it'],
  ['a target of pull requests', workflow('run: a', '', 'pull_request_target'), 'it runs for strangers'],
  ['rights for all jobs', workflow('run: a', '', 'push', 'contents: write'), 'all jobs may write contents'],
  ['rights for one job', workflow('run: a', 'permissions: { packages: write }'), 'job may write packages'],
])('the test of workflows reports %s', ([, text, fact]) => {
  expect(weaknesses('a.yml', text).join('\n')).toContain(fact);
});
