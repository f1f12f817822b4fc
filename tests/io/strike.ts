/**
 * Loaded before a program (`--import`): counts what it changes on the disk, and strikes before the change of number `STRIKE_AT`. With
 * `STRIKE_ERROR` that change fails with this code; with `STRIKE_RUN`, a program and its arguments on lines of their own, that runs to
 * its end first; with neither the process is killed. `STRIKE_ON`, a regular expression, limits what is counted to calls such as
 * `renameSync dist`.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

const { STRIKE_AT, STRIKE_ERROR, STRIKE_RUN, STRIKE_ON = '' } = process.env;
const counted = new RegExp(STRIKE_ON);
let count = 0;

/** Whoever strikes one step after another has to know which was the last. Our own words are no change of the disk. */
const { writeSync } = fs;
const tell = () => writeSync(2, 'struck\n');

for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'linkSync', 'openSync', 'writeSync', 'fsyncSync'] as const) {
  const real: unknown = Reflect.get(fs, name);
  if (typeof real !== 'function') throw new Error(`Cannot find ${name}`);
  Reflect.set(fs, name, (...args: unknown[]) => {
    if (counted.test(`${name} ${args[0]}`) && !isReading(name, args)) strike(name, args);
    return Reflect.apply(real, fs, args);
  });
}
syncBuiltinESMExports();

function isReading(name: string, [, flags = 'r']: readonly unknown[]): boolean {
  return name === 'openSync' && flags === 'r';
}

function strike(name: string, [path]: readonly unknown[]): void {
  count += 1;
  if (count !== Number(STRIKE_AT)) return;
  tell();
  if (STRIKE_RUN !== undefined) {
    const [program = '', ...args] = STRIKE_RUN.split('\n');
    spawnSync(process.execPath, [program, ...args]);
    return;
  }
  if (STRIKE_ERROR === undefined) process.kill(process.pid, 'SIGKILL');
  const syscall = name.replace('Sync', '');
  const error = new Error(`${STRIKE_ERROR}: ${syscall}`);
  const errno = -(Object.entries(constants.errno).find(([code]) => code === STRIKE_ERROR)?.[1] ?? 0);
  throw Object.assign(error, { code: STRIKE_ERROR, errno, syscall, ...(typeof path === 'string' && { path }) });
}
