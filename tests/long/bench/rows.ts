import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from '../tools/install.ts';
import { type Measured, measure, median } from './measure.ts';
import { writeBareAstro, writeStarlight } from './stock.ts';
import { environmentOf, type Files, removeResults, writeProject } from './workspace.ts';

/** The number of articles of a generated site, or this site. */
export type Size = number | 'real';

/** One program that is measured in each round, nothing remembered of the round before. */
export interface Row {
  readonly name: string;
  readonly root: string;
  readonly args: readonly string[];
  /** The row that this one is compared with, and the highest ratio of their times. */
  readonly against?: string;
  readonly most?: number | undefined;
}

const OURS = 'ours';
const ASTRO = ['node_modules/astro/bin/astro.mjs', 'build'];

export function checkRows(folder: string, files: Files, size: Size): Row[] {
  const root = join(folder, 'site');
  mkdirSync(root);
  writeProject(root, files);
  const remark = tool('remark-cli/cli.js');
  const config = tool('../remarkrc.json');
  const args = [remark, 'content', '--ext', 'mdx', '--no-config', '--rc-path', config, '--no-stdout', '--quiet'];
  const against = 'remark-cli with mdx, gfm, validate-links';
  return [
    { name: OURS, root, args: ['src/cli/main.ts', 'check'], against, most: size === 'real' ? 0.9 : undefined },
    { name: against, root, args },
  ];
}

export function buildRows(folder: string, files: Files, size: Size): Row[] {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('site'));
  writeProject(at('site'), files);
  writeBareAstro(at('bare'), files);
  writeStarlight(at('starlight'), files);
  const against = 'Starlight with its search';
  return [
    { name: OURS, root: at('site'), args: ASTRO, against, most: size === 'real' || size <= 100 ? 1.5 : 2 },
    { name: 'bare Astro, MDX by unified', root: at('bare'), args: ASTRO, against },
    { name: against, root: at('starlight'), args: ASTRO },
  ];
}

/** The median times of a row, and those of its ratios within each round. */
export interface Result extends Row, Measured {
  readonly ratio: number;
}

/** Measure rows in turn, again and again, so that whatever else the computer does affects all of them. */
export async function measureRows(rows: readonly Row[], rounds: number): Promise<Result[]> {
  const each = new Map<string, Measured[]>(rows.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, root, args } of rows) {
      removeResults(root);
      each.get(name)?.push(await measure({ args, cwd: root, env: environmentOf(root) }));
    }
  }
  return rows.map((row) => {
    const own = each.get(row.name) ?? [];
    const other = each.get(row.against ?? row.name) ?? [];
    return {
      ...row,
      wall: median(own.map(({ wall }) => wall)),
      cpu: median(own.map(({ cpu }) => cpu)),
      ratio: median(own.map(({ wall }, round) => wall / (other[round]?.wall ?? Number.NaN))),
    };
  });
}

export function isOver({ ratio, most }: Result): boolean {
  return most !== undefined && ratio > most;
}

export function printResult(result: Result): string {
  const { name, wall, cpu, ratio, against, most } = result;
  const times = `${name.padEnd(44)}${wall.toFixed(2).padStart(8)} s${cpu.toFixed(2).padStart(9)} s CPU`;
  if (against === undefined) return times;
  const limit = most === undefined ? '' : `, limit ${most} ×${isOver(result) ? '  OVER' : ''}`;
  return `${times}${ratio.toFixed(2).padStart(8)} × ${against}${limit}`;
}
