import { type SourceRecord, shortNameOf } from '#source/record.ts';
import { writeDate } from '#text/write-date.ts';

/** A bibliographic entry in CSL-JSON (csl-data.json, CSL 1.0.2), limited to the variables that records have. */
export interface CslItem {
  readonly id: string;
  /** `document` where the type is unknown. */
  readonly type: string;
  /** For a source without a title, the site's name for it in brackets, as usual for untitled works. */
  readonly title: string;
  /** What the site calls the source. */
  readonly 'title-short'?: string;
  readonly author?: readonly ({ readonly family: string; readonly given: string } | { readonly literal: string })[];
  readonly publisher?: string;
  readonly 'container-title'?: string;
  /** `literal` for a date with an open end, which `date-parts` cannot express. */
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string };
  readonly language?: string;
  readonly URL?: string;
  readonly genre?: string;
  readonly note: string;
}

type Field<Value> = { known: 'unknown' } | { known: 'stated' | 'inferred'; value: Value };

/** The value of a bibliographic field, if it is known. */
export function knownValue<Value>(field: Field<Value>): Value | undefined {
  return field.known === 'unknown' ? undefined : field.value;
}

/** The short name of a source where it begins a line: `The memo`. */
export function labelOf(record: SourceRecord): string {
  const short = shortNameOf(record);
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** The date of issue in words; `undated` if it is unknown. */
export function issuedOf({ csl }: SourceRecord): string {
  const issued = knownValue(csl.issued);
  return issued === undefined ? 'undated' : writeDate(issued);
}

/** Make the CSL-JSON entry of a source; unknown fields are omitted. */
export function cslItem({ id, name, short, csl, sha256 }: SourceRecord): CslItem {
  const issued = knownValue(csl.issued);
  const variables = {
    'title-short': short,
    author: knownValue(csl.author),
    publisher: knownValue(csl.publisher),
    'container-title': knownValue(csl['container-title']),
    issued: issued && cslDate(issued),
    language: knownValue(csl.language),
    URL: knownValue(csl.URL),
    genre: knownValue(csl.genre),
  };
  return {
    id,
    type: knownValue(csl.type) ?? 'document',
    title: knownValue(csl.title) ?? `[${name}]`,
    ...(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)) as Partial<CslItem>),
    note: `SHA-256 of the text: ${sha256}`,
  };
}

function cslDate(edtf: string): NonNullable<CslItem['issued']> {
  return edtf.endsWith('/..') ? { literal: writeDate(edtf) } : { 'date-parts': [edtf.split('-').map(Number)] };
}
