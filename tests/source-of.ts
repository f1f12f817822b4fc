import { anchoredText } from '#source/anchor.ts';
import { writeAnchors } from '#source/edit-record.ts';
import { readSource, type Source, type SourceFiles, type SourceReading } from '#source/source.ts';

/** A record with the fields that must be there, then those of `more`, in YAML. */
export function recordOf(id: string, more = '', csl: Readonly<Record<string, string>> = {}): string {
  const fields = {
    type: '{ known: inferred, value: report, note: Read. }',
    title: '{ known: unknown }',
    author: '{ known: unknown }',
    publisher: '{ known: unknown }',
    'container-title': '{ known: unknown }',
    issued: '{ known: unknown }',
    language: '{ known: inferred, value: en, note: Read. }',
    URL: '{ known: unknown }',
    genre: '{ known: unknown }',
    ...csl,
  };
  const given = new Set([...more.matchAll(/^(\w+):/gm)].map(([, key]) => key));
  const rest = Object.entries({ status: 'current', display: 'full', voice: 'An office.' }).filter(
    ([key]) => !given.has(key),
  );
  return [
    `id: ${id}`,
    `name: The ${id}`,
    `sha256: ${PIN}`,
    'reviewed: 2026-11-23',
    ...rest.map(([key, value]) => `${key}: ${value}`),
    'csl:',
    ...Object.entries(fields).map(([key, value]) => `  ${key}: ${value}`),
    more,
  ].join('\n');
}

/** The digest is handed to the engine: any will do, if the record has the same. */
export const PIN = 'a'.repeat(64);

const bytes = (text: string) => new TextEncoder().encode(text);

/** The files of a source in memory, as they would be in `sources/`. */
export function filesOf(id: string, raw: string, record: string): SourceFiles {
  return {
    id,
    record: { file: `sources/${id}.yaml`, bytes: bytes(record) },
    raw: { file: `sources/${id}.txt`, bytes: bytes(raw), sha256: PIN },
  };
}

/** As after a review: each entry has the anchor of the words that it marks. */
export function reviewed(record: string, raw: string): string {
  return writeAnchors(record, anchoredText(raw));
}

export function readingOf(
  id: string,
  raw: string,
  more?: string,
  csl?: Readonly<Record<string, string>>,
): SourceReading {
  return readSource(filesOf(id, raw, reviewed(recordOf(id, more, csl), raw)), [id]);
}

/** A source without problems. `more` is YAML that goes into its record. */
export function sourceOf(id: string, raw: string, more?: string, csl?: Readonly<Record<string, string>>): Source {
  const { source, problems } = readingOf(id, raw, more, csl);
  if (!source) throw new Error(`Expected a sound source, not ${JSON.stringify(problems)}`);
  return source;
}
