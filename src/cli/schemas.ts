import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MATTER } from '#document/front-matter.ts';
import { SiteSettings } from '#document/site-settings.ts';
import { WordingSettings } from '#document/wording-settings.ts';
import { SourceRecord } from '#source/record.ts';
import { staleSnippets, writeSnippets } from './snippets.ts';
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

/** The files that `writeSchemas` would change, where a project has them. */
export function staleEditorFiles(root: string): string[] {
  const stale = [...jsonSchemas()].filter(([file, schema]) => {
    const path = join(root, file);
    return existsSync(path) && readFileSync(path, 'utf8') !== schema;
  });
  return [...stale.map(([file]) => file), ...staleSnippets(root)];
}

/** Write the zod schemas as JSON Schemas for editors, and the snippets. */
export function writeSchemas(root: string, { out }: Terminal): void {
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [file, schema] of jsonSchemas()) {
    writeFileSync(join(root, file), schema);
    out.write(`${file}\n`);
  }
  for (const file of writeSnippets(root)) out.write(`${file}\n`);
}
