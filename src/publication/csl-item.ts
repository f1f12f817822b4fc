import type { SourceRecord } from '#source/record.ts';
import { writeDate } from '#text/write-date.ts';

/** A bibliographic entry in CSL-JSON (csl-data.json, CSL 1.0.2), with the variables that records have. */
export interface CslItem {
  readonly id: string;
  /** `document` where the record does not know a type. */
  readonly type: string;
  /** The site's own name for the source in brackets, as for any work without a title, where it has none. */
  readonly title: string;
  readonly author?: readonly ({ readonly family: string; readonly given: string } | { readonly literal: string })[];
  readonly publisher?: string;
  readonly 'container-title'?: string;
  /** `literal` for a day that is only bounded, which parts of a date cannot say. */
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string };
  readonly language?: string;
  readonly URL?: string;
  readonly genre?: string;
  readonly note: string;
}

/** Make the CSL-JSON entry of a source: what its record knows, and nothing for what stays unknown. */
export function cslItem({ id, name, csl, sha256 }: SourceRecord): CslItem {
  const { type, title, author, publisher, issued, language, URL, genre } = csl;
  const known = <Value, Written = Value>(
    field: { known: 'unknown' } | { known: 'stated' | 'inferred'; value: Value },
    write: (value: Value) => Written,
  ) => (field.known === 'unknown' ? undefined : write(field.value));
  const same = <Value>(value: Value) => value;
  const variables = {
    author: known(author, same),
    publisher: known(publisher, same),
    'container-title': known(csl['container-title'], same),
    issued: known(issued, cslDate),
    language: known(language, same),
    URL: known(URL, same),
    genre: known(genre, same),
  };
  return {
    id,
    type: known(type, same) ?? 'document',
    title: known(title, same) ?? `[${name}]`,
    ...(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)) as Partial<CslItem>),
    note: `SHA-256 of the text: ${sha256}`,
  };
}

function cslDate(edtf: string): NonNullable<CslItem['issued']> {
  return edtf.endsWith('/..') ? { literal: writeDate(edtf) } : { 'date-parts': [edtf.split('-').map(Number)] };
}
