import type { Proof, ProofCitation, ProofSource } from '#formats/proof.ts';
import { normalize } from '#text/normalize.ts';

export interface SourceResult {
  readonly source: ProofSource;
  /** `unknown`: this browser computes no digests here; `missing`: the text could not be fetched or is not UTF-8. */
  readonly digest: 'same' | 'differs' | 'unknown' | 'missing';
  /** In hex. */
  readonly found: string | undefined;
}

export interface CitationResult {
  readonly citation: ProofCitation;
  readonly holds: boolean;
  /** The words as the page shows them. */
  readonly shown: readonly string[];
}

/** Compare the SHA-256 of a text, undefined if it could not be fetched, with the expected one. */
export async function verifySource(
  source: ProofSource,
  bytes: ArrayBuffer | undefined,
  subtle: Pick<SubtleCrypto, 'digest'> | undefined,
): Promise<SourceResult> {
  if (!bytes || decodeText(bytes) === undefined) return { source, digest: 'missing', found: undefined };
  if (!subtle) return { source, digest: 'unknown', found: undefined };
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { source, digest: found === source.sha256 ? 'same' : 'differs', found };
}

/** Decode a text; undefined if it is not UTF-8. */
export function decodeText(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Check that the words that the page shows for each citation are in the text at the given place, comparing normal forms
 * without page furniture, as the build does.
 *
 * @param texts By the id of their source; undefined if a text could not be fetched.
 * @param shownIn Finds the quoted parts of a note's citation, by its index, as the page shows them.
 */
export function verifyCitations(
  { citations }: Proof,
  texts: ReadonlyMap<string, string | undefined>,
  shownIn: (note: string, index: number) => readonly string[],
): CitationResult[] {
  const seen = new Map<string, number>();
  return citations.map((citation) => {
    const index = seen.get(citation.note) ?? 0;
    seen.set(citation.note, index + 1);
    const shown = shownIn(citation.note, index);
    const text = texts.get(citation.source);
    const holds =
      text !== undefined &&
      shown.length === citation.parts.length &&
      citation.parts.every(({ start, end, skip }, part) => {
        const own = skip.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
        const words = normalize(text.slice(start, end), own).text;
        return words !== '' && words === normalize(shown[part] ?? '').text;
      });
    return { citation, holds, shown };
  });
}
