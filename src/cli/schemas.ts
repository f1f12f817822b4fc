import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MATTER } from '#document/front-matter.ts';
import { SiteSettings } from '#document/site-settings.ts';
import { WordingSettings } from '#document/wording-settings.ts';
import { SourceRecord } from '#source/record.ts';
import type { Terminal } from './terminal.ts';

const FOLDER = '.vscode/schemas';

/** JSON Schemas (2020-12) by file: of records, settings and the front matter in each folder of documents. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = { record: SourceRecord, ...MATTER, site: SiteSettings, wording: WordingSettings };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${FOLDER}/${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
    ]),
  );
}

/** Write the zod schemas as JSON Schemas for editors. */
export function writeSchemas(root: string, { out }: Terminal): void {
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [file, schema] of jsonSchemas()) {
    writeFileSync(join(root, file), schema);
    out.write(`${file}\n`);
  }
}
