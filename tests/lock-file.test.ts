import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
}

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages }: Lock = JSON.parse(text);

test('the lock file has every package for another platform, without which `npm ci` fails', () => {
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );

  expect(optional.length).toBeGreaterThan(20);
  expect(optional.filter((name) => !locked.has(name))).toEqual([]);
});

test('the lock file names no host of a registry', () => {
  expect(text).not.toMatch(/"resolved"/);
});
