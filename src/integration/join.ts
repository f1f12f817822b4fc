/**
 * Join the shards of a site, built with `SHARD=1/2` and so on, into one: `npm run join -- dist-1 dist-2`, which writes `dist`, or
 * what `--out` names. Exits with 1, and leaves an earlier site as it was, where they do not belong together.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { joinSitemaps } from '#formats/sitemap.ts';
import { stageOutput } from '#io/staged-output.ts';
import { writeHostHeaders } from './host-headers.ts';
import { digestsBelow, MANIFEST, writeIntegrityManifest } from './integrity-manifest.ts';
import { type BuiltShard, planJoin } from './join-plan.ts';
import { writeSearchIndex } from './search-index.ts';
import { STAMP, Stamp } from './shard-stamp.ts';

const Manifest = z.looseObject({
  files: z.record(z.string(), z.string()),
  sources: z.array(z.looseObject({ id: z.string(), raw: z.string() })),
});

interface ReadShard extends BuiltShard {
  readonly sources: z.infer<typeof Manifest>['sources'];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'dist' } },
});
try {
  const shards = positionals.map(readShard);
  const plan = planJoin(shards);
  if ('faults' in plan) refuse(plan.faults);
  else await write(shards, plan.from, resolve(values.out));
} catch (error) {
  refuse([error instanceof Error ? error.message : String(error)]);
}

function refuse(faults: readonly string[]): void {
  process.stderr.write(`${faults.join('\n')}\nThe shards were not joined; an earlier site was left as it was.\n`);
  process.exitCode = 1;
}

function readShard(folder: string): ReadShard {
  const stamp = Stamp.parse(readJson(join(folder, STAMP)));
  const { files: listed, sources } = Manifest.parse(readJson(join(folder, MANIFEST)));
  return { folder, stamp, listed, found: Object.fromEntries(digestsBelow(folder)), sources };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function write(shards: readonly ReadShard[], from: ReadonlyMap<string, string>, output: string): Promise<void> {
  const staged = stageOutput(process.cwd(), output);
  process.once('exit', () => staged.discard());
  for (const folder of new Set([...from.keys()].map(dirname)))
    mkdirSync(join(staged.folder, folder), { recursive: true });
  for (const [path, folder] of from) copyFileSync(join(folder, path), join(staged.folder, path));
  for (const [name, text] of sitemapOf(shards)) writeFileSync(join(staged.folder, name), text);
  const pages = await writeSearchIndex(staged.folder);
  const sources = shards
    .flatMap((shard) => shard.sources.map(({ id, raw }) => ({ id, sha256: raw })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  writeHostHeaders(staged.folder);
  const files = writeIntegrityManifest(staged.folder, sources).size - 1;
  staged.commit();
  process.stdout.write(`Joined ${shards.length} shards: ${files} files, search index of ${pages} pages\n`);
}

function sitemapOf(shards: readonly BuiltShard[]): ReadonlyMap<string, string> {
  const maps = shards.flatMap(({ folder, listed }) =>
    Object.keys(listed)
      .filter((path) => /^sitemap-\d+\.xml$/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  );
  return joinSitemaps(maps, readFileSync(join(shards[0]?.folder ?? '', 'sitemap-index.xml'), 'utf8'));
}
