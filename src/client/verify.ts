import type { Proof, ProofCitation, ProofSource } from '#formats/proof.ts';
import { normalize } from '#text/normalize.ts';

/** What the check of one text gave. */
export interface SourceResult {
  readonly source: ProofSource;
  /** `unknown`: this browser computes no digests here; `missing`: the text could not be fetched or is no UTF-8. */
  readonly digest: 'same' | 'differs' | 'unknown' | 'missing';
  /** The digest that was computed, in hex. */
  readonly found: string | undefined;
}

/** What the check of one citation gave. */
export interface CitationResult {
  readonly citation: ProofCitation;
  readonly holds: boolean;
  /** The words as the page shows them. */
  readonly shown: readonly string[];
}

/** Compare the SHA-256 of a fetched text, undefined where that failed, with the one that the site names. */
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

/** Decode a fetched text; undefined where it is no UTF-8. */
export function decodeText(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Check for each citation that the words which the page shows are those that stand at their place in the text: in the normal
 * form in which the build compares them, page furniture passed over.
 *
 * @param texts The fetched text of each source, by id.
 * @param shownIn The quoted parts of the `index`th citation of a note as the page shows them.
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
