import { createHash } from 'node:crypto';
import { readSource, type Source } from '#source/source.ts';

const UNKNOWN = ['author', 'publisher', 'container-title', 'issued', 'language', 'URL', 'genre'];

/** Make the two files of a source: a raw text, and a record that says little about it but for `more`, which is YAML. */
export function makeSourceFiles(id: string, raw: string | Uint8Array, more = '') {
  const bytes = Buffer.from(raw);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const record = `id: ${id}
name: Memo
sha256: ${sha256}
reviewed: 2026-11-23
${more.includes('status:') ? '' : 'status: current'}
${more.includes('display:') ? '' : 'display: full'}
csl:
  type: { known: inferred, value: report, note: Read. }
  title: { known: unknown }
${UNKNOWN.map((name) => `  ${name}: { known: unknown }`).join('\n')}
voice: An office.
${more}
`;
  return {
    id,
    record: { file: `sources/${id}.yaml`, bytes: Buffer.from(record) },
    raw: { file: `sources/${id}.txt`, bytes, sha256 },
  };
}

/** Make a source out of a raw text. Throws where it has problems: that is a fault of the test. */
export function makeSource(raw: string, more = '', id = 'memo'): Source {
  const { source, problems } = readSource(makeSourceFiles(id, raw, more), [id]);
  if (!source) throw new Error(JSON.stringify(problems));
  return source;
}
