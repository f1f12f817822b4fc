import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

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

const root = new URL('../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

describe('the lock file', () => {
  const text = read('package-lock.json');
  const { packages }: Lock = JSON.parse(text);

  test('has every package for another platform, without which `npm ci` fails', () => {
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );

    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });

  test('names no host of a registry', () => {
    expect(text).not.toMatch(/"resolved"/);
  });

  test('has the digest of each package, which comes from the registry alone', () => {
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(200);
    const faults = installed.filter(
      ([, { integrity = '', link, inBundle }]) => link || inBundle || !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(faults.map(([path]) => path)).toEqual([]);
    expect(text).not.toMatch(/"(?:git\+|file:|https?:\/\/[^"]*\.(?:tgz|git)")/);
  });
});

test.for(['./', './tests/long/tools/', './tests/long/bench/starlight/'])(
  'the package.json of %s names each package at one exact version',
  (folder) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(`${folder}package.json`));
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.length).toBeGreaterThan(2);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  },
);
