/** Bytes that cannot be read as text, with the offset of the first bad byte. */
export interface Undecodable {
  readonly fault: 'not-utf-8' | 'utf-16' | 'byte-order-mark' | 'nul';
  readonly byte: number;
  /** The text before the fault, from which line and column follow. */
  readonly before: string;
}

/**
 * Read bytes as strict UTF-8: invalid sequences, a byte order mark (that of UTF-16 too) and NUL are faults, never
 * repaired.
 */
export function decode(bytes: Uint8Array): { readonly text: string } | Undecodable {
  if (withoutMark(bytes).length < bytes.length) return { fault: 'byte-order-mark', byte: 0, before: '' };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { fault: 'utf-16', byte: 0, before: '' };
  }
  const text = decodeStrictly(bytes);
  if (text === undefined) {
    const byte = firstInvalidByte(bytes);
    return { fault: 'not-utf-8', byte, before: new TextDecoder().decode(bytes.subarray(0, byte)) };
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) return { fault: 'nul', byte: bytes.indexOf(0), before: text.slice(0, nul) };
  return { text };
}

/** The bytes after a byte order mark of UTF-8, or after several: the same bytes where there is none. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3;
  return bytes.subarray(start);
}

function decodeStrictly(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** The end of the longest prefix that decodes (binary search); `stream` allows a character cut at the end. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeStrictly(bytes.subarray(0, middle), true) === undefined) bad = middle;
    else good = middle;
  }
  // The fault is where the broken character starts, not the byte that reveals it.
  while (decodeStrictly(bytes.subarray(0, good)) === undefined) good--;
  return good;
}
