import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INLINE_SCRIPTS } from '#client/inline-scripts.ts';
import { hostHeaders } from '#formats/headers.ts';
import { inlineStyles } from './inline-styles.ts';

/** Write the headers for hosts into the folder of a site: they depend on what stands in all of its pages and drawings. */
export function writeHostHeaders(folder: string): void {
  const digests = { scripts: INLINE_SCRIPTS.map(sha256), styles: inlineStyles(folder).map(sha256) };
  writeFileSync(join(folder, '_headers'), hostHeaders(digests));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
