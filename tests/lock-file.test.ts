import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Record<
    string,
    {
      readonly optionalDependencies?: Record<string, string>;
      readonly integrity?: string;
      readonly link?: boolean;
      readonly inBundle?: boolean;
    }
  >;
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

test('each package of the lock file has its digest, and comes from the registry alone', () => {
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  expect(installed.length).toBeGreaterThan(300);
  const faults = installed.filter(
    ([, { integrity = '', link, inBundle }]) => link || inBundle || !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(faults.map(([path]) => path)).toEqual([]);
  expect(text).not.toMatch(/"(?:git\+|file:|https?:\/\/[^"]*\.(?:tgz|git)")/);
});

test('package.json names each package at one exact version', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.length).toBeGreaterThan(40);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});
