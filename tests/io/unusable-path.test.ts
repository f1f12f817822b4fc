import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unusableCharacter } from '#io/unusable-path.ts';

const parent = mkdtempSync(join(tmpdir(), 'unusable-path-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const folder = (name: string) => {
  const path = join(parent, name);
  mkdirSync(path, { recursive: true });
  return path;
};

test.for(['plain', 'with spaces', 'Ünïcode 漢', "it's [here] & (there)", '$a;b,c=d+e@f~g^h'])(
  '%s can be used',
  (name) => {
    expect(unusableCharacter(folder(name))).toBeUndefined();
  },
);

test.for([
  ['50%', '%'],
  ['a%20b', '%'],
  ['C#', '#'],
  ['why?', '?'],
  ['the "site"', '"'],
  ['100%/site', '%'],
])('%s cannot be used for its %s', ([name = '', character]) => {
  const path = folder(name);
  expect(unusableCharacter(path)).toEqual({ character, path });
});

test('a link to a folder is as its target', () => {
  const [target, link] = [folder('a#b'), join(parent, 'link')];
  symlinkSync(target, link);
  expect(unusableCharacter(link)).toEqual({ character: '#', path: target });
});
