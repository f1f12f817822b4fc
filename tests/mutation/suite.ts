import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { chai, expect } from 'vitest';

/** One test of a file, or one row of its table. */
export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

type Named = (name: string, body: () => unknown) => void;

let cases: Case[] = [];
let outer = '';

/** Load a module and collect the tests that it declares on the way. Their names are unique. */
export async function collect(load: () => Promise<unknown>): Promise<readonly Case[]> {
  cases = [];
  await load();
  const seen = new Map<string, number>();
  return cases.map(({ name, run }) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { name: nth === 1 ? name : `${name} (${nth})`, run };
  });
}

const declareTest: Named = (name, run) => {
  cases.push({ name: outer + name, run });
};

const declareSuite: Named = (name, body) => {
  const before = outer;
  outer += `${name} > `;
  // With a mutant the body may fail, and the suite has ended all the same.
  try {
    body();
  } finally {
    outer = before;
  }
};

const nameOf = (name: string, row: unknown) => (name.includes('%') ? format(name, ...[row].flat()) : name);

const overTable =
  (declare: Named) =>
  <Row>(rows: readonly Row[]) =>
  (name: string, body: (row: Row) => unknown) => {
    for (const row of rows) declare(nameOf(name, row), () => body(row));
  };

// The matcher of Vitest that needs Vitest.
chai.use(({ Assertion }, { addMethod, flag }) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (this: object, path: string) {
    expect(flag(this, 'object')).toBe(readFileSync(path, 'utf8'));
  });
});

export { expect };
export const test = Object.assign(declareTest, { for: overTable(declareTest) });
export const describe = Object.assign(declareSuite, { for: overTable(declareSuite), each: overTable(declareSuite) });
