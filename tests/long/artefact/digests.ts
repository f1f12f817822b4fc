import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readJson } from './heads.ts';
import type { Fault, Findings, Site } from './site.ts';

const NAME = 'integrity.json';
const Digest = z.hash('sha256');
const Manifest = z.strictObject({
  algorithm: z.literal('SHA-256'),
  files: z.record(z.string(), Digest),
  sources: z.array(
    z.strictObject({ id: z.string(), raw: Digest, file: z.string(), served: Digest, isWhole: z.boolean() }),
  ),
});

/**
 * `/integrity.json` lists the digest of each file, sorted, and of each source as received and as served. The search
 * index, which differs from build to build, need not be listed.
 */
export function checkDigests({ files, originals }: Pick<Site, 'files' | 'originals'>): Findings {
  const faults: Fault[] = [];
  const manifest = Manifest.safeParse(readJson(files.get(NAME)?.toString('utf8') ?? ''));
  if (!manifest.success) return { counts: {}, faults: [{ where: NAME, fact: 'it is no manifest of digests' }] };
  const listed = new Map(Object.entries(manifest.data.files));
  const names = [...listed.keys()];
  if (names.join('\n') !== names.toSorted().join('\n')) faults.push({ where: NAME, fact: 'the files are not sorted' });
  for (const [file, bytes] of files) {
    if (file === NAME) continue;
    const digest = listed.get(file);
    if (digest === undefined) {
      if (!file.startsWith('pagefind/'))
        faults.push({ where: file, fact: 'the file is not in the manifest of digests' });
    } else if (digest !== sha256(bytes))
      faults.push({ where: file, fact: 'the file is not the one whose digest is in the manifest' });
  }
  for (const file of names) {
    if (file === NAME || !files.has(file))
      faults.push({ where: file, fact: 'a file of the manifest of digests is not there' });
  }
  const { sources } = manifest.data;
  for (const { id, raw, file, served, isWhole } of sources) {
    const original = originals.get(id);
    if (raw !== original?.digest || raw !== original.pinned)
      faults.push({ where: NAME, fact: `the digest of ${id} is not that of the raw text` });
    if (served !== listed.get(file) || file !== `sources/${id}.txt`)
      faults.push({ where: NAME, fact: `the digest of ${id} is not that of the served text` });
    if (isWhole !== (raw === served)) faults.push({ where: NAME, fact: `it is wrong whether ${id} is whole` });
  }
  if (
    sources
      .map(({ id }) => id)
      .toSorted()
      .join() !== [...originals.keys()].toSorted().join()
  )
    faults.push({ where: NAME, fact: 'the sources are not those of the site' });
  return { counts: { 'files hashed': listed.size, 'sources hashed': sources.length }, faults };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
