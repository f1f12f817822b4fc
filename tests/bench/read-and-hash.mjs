/** Read every file of a project's `content` and `sources` and print one SHA-256 of them all: the least that a check can do. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const hash = createHash('sha256');
for (const folder of ['content', 'sources']) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  }
}
process.stdout.write(`${hash.digest('hex')}\n`);
