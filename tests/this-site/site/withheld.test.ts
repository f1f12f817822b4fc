import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { builtSite, listFiles } from '../../site/project.ts';

test('withheld text is nowhere in the site, nor in its search index', async () => {
  const root = inject('builtProject');
  const dist = await builtSite(root);
  const record = readFileSync(join(root, 'sources/jns-2014.yaml'), 'utf8');
  const raw = readFileSync(join(root, 'sources/jns-2014.txt'), 'utf8').split('\n');
  const withheld = [...raw.slice(0, 8), ...raw.slice(208)].map((line) => line.trim());
  // Lines of a word or two are in any text; page marks and addresses are looked for by their form as well.
  const lines = withheld.filter((line) => line.length > 20);
  const pageMarks = [...new Set(raw.join('\n').match(/\b[A-Z]{4}\d{6,}\b/g))];
  const addresses = withheld.join('\n').match(/[\w.]+@[\w.]+/g) ?? [];
  const needles = [...lines, ...pageMarks, ...addresses];
  expect(needles.length).toBeGreaterThan(12);

  const found = listFiles(dist).flatMap((file) => {
    const bytes = readFileSync(join(dist, file));
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
    return needles.filter((needle) => text.includes(needle)).map((needle) => `${file}: ${needle.slice(0, 4)}…`);
  });

  // The title is published; the withheld line that holds it is not.
  expect(found).toEqual([]);
  for (const needle of [...pageMarks, ...addresses]) expect(record).not.toContain(needle);
});
