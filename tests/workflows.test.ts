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
const Job = z.union([
  // Another workflow of this repository.
  z
    .strictObject({ uses: z.string() })
    .transform(({ uses }) => ({ uses, permissions: undefined, needs: [], steps: [] })),
  z.looseObject({
    permissions: Permissions.optional(),
    needs: z.union([z.string(), z.array(z.string())]).default([]),
    'timeout-minutes': z.int(),
    steps: z.array(Step).min(1),
    uses: z.undefined().optional(),
  }),
]);
const Workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: Permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.unknown() }).optional(),
  jobs: z.record(z.string(), Job),
});

const folder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
/** What each job may write, and why it has to. */
const WRITES = new Map([
  // GitHub Pages takes a site from who may write it and can prove which run it is.
  ['pages.yml deploy', ['pages', 'id-token']],
]);

/** The workflow that runs all tests. */
const TESTED = './.github/workflows/check.yml';

/** List what a workflow does that would let others act for this project. */
function weaknesses(name: string, text: string): string[] {
  const { on, permissions, concurrency, jobs } = Workflow.parse(parse(text));
  const all = Object.entries(jobs).flatMap(([job, { permissions: own = permissions, needs, steps, uses }]) => {
    const writes = Object.entries(own).flatMap(([scope, access]) => (access === 'write' ? scope : []));
    const allowed = WRITES.get(`${name} ${job}`) ?? [];
    const isPublic = writes.includes('pages');
    const isTested = [needs].flat().some((other) => jobs[other]?.uses === TESTED);
    return [
      ...(uses === undefined || uses === TESTED
        ? []
        : [`${job} is a workflow of somebody else, or one not known here`]),
      ...(isPublic && !isTested ? [`${job} publishes before the tests pass`] : []),
      ...(isPublic && concurrency?.['cancel-in-progress'] !== false ? [`${job} can be cancelled half-way`] : []),
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

  test('run the tests where a publication waits for them', () => {
    const [, text = ''] = workflows.find(([name]) => TESTED.endsWith(`/${name}`)) ?? [];
    const { on, jobs } = Workflow.parse(parse(text));
    expect(on).toHaveProperty('workflow_call');
    const tests = Object.values(jobs).filter(({ steps }) => steps.some(({ run }) => run === './.ci/run'));
    // A job with a condition is no test: skipped, it would count as passed.
    expect(tests.filter((job) => !('if' in job) && !('continue-on-error' in job))).toHaveLength(1);
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

/** A job that publishes, and what it waits for. */
const publishing = (needs: string, concurrency = 'concurrency: { group: pages, cancel-in-progress: false }') => `
on: { push: {} }
permissions: { contents: read }
${concurrency}
jobs:
  check: { uses: ./.github/workflows/check.yml }
  build: { timeout-minutes: 5, steps: [{ run: a }] }
  deploy: { needs: ${needs}, timeout-minutes: 5, permissions: { pages: write }, steps: [{ run: a }] }
`;

test('the test of workflows lets a publication pass that waits for the tests', () => {
  for (const needs of ['check', '[check, build]']) expect(weaknesses('pages.yml', publishing(needs))).toEqual([]);
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
const CANCELLED = 'concurrency: { group: pages, cancel-in-progress: true }';
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
  ['a publication that waits for nothing', publishing('[]'), 'deploy publishes before the tests pass'],
  ['a publication that waits for the build only', publishing('build'), 'deploy publishes before the tests pass'],
  ['a publication that a later one cancels', publishing('check', CANCELLED), 'deploy can be cancelled half-way'],
  ['publications at the same time', publishing('check', ''), 'deploy can be cancelled half-way'],
  ["somebody else's workflow", publishing('check').replace('./', 'a/b/'), 'check is a workflow of somebody else'],
])('the test of workflows reports %s', ([, text, fact]) => {
  expect(weaknesses('a.yml', text).join('\n')).toContain(fact);
});
