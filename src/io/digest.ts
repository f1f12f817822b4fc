import { createHash } from 'node:crypto';

/** The SHA-256 of a file or text, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The SHA-256 of a text in base64, as a Content Security Policy names it (CSP 3, `hash-source`). */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
