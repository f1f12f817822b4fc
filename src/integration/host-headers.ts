import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INLINE_SCRIPTS } from '#client/inline-scripts.ts';
import { hostHeaders } from '#formats/headers.ts';
import { inlineStyles } from './inline-styles.ts';
import { type PinnedSource, writeIntegrityManifest } from './integrity-manifest.ts';

/** Write what depends on all files of a site, into its folder: the headers for hosts, and last the digests. Returns how many these are. */
export function finishSite(folder: string, sources: readonly PinnedSource[]): number {
  const digests = { scripts: INLINE_SCRIPTS.map(sha256), styles: inlineStyles(folder).map(sha256) };
  writeFileSync(join(folder, '_headers'), hostHeaders(digests));
  return writeIntegrityManifest(folder, sources);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
