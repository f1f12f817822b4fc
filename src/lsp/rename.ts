import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { indexLines, type Place, placeOf } from '#text/location.ts';
import { rangeOf, uriOf } from './convert.ts';
import { thingAt } from './cursor.ts';
import { placesOfId, placesOfLabel } from './navigate.ts';
import type { FoundPlace, OpenDocument, Project } from './project.ts';

/** What can be renamed at an offset: a label or the id of a source. */
export function renamableAt(document: OpenDocument, offset: number): Place | undefined {
  const thing = thingAt(document, offset);
  if (thing?.kind === 'id') return thing.place;
  return thing?.kind === 'reference' || thing?.kind === 'definition' ? thing.name : undefined;
}

/** The edits that rename it everywhere, or why that cannot be done. */
export function renameAt(
  project: Project,
  document: OpenDocument,
  offset: number,
  name: string,
): { readonly edit: WorkspaceEdit } | { readonly error: string } {
  const thing = thingAt(document, offset);
  if (thing?.kind === 'reference' || thing?.kind === 'definition') {
    if (!/^[^\s[\]^]+$/.test(name)) return { error: `The label \`${name}\` is not one word such as \`oil-share\`` };
    const isTaken = document.definitions.some(
      ({ label, identifier }) => identifier !== thing.identifier && label.toLowerCase() === name.toLowerCase(),
    );
    if (isTaken) return { error: `The document has a footnote [^${name}] already` };
    const places = placesOfLabel(document, thing.identifier).map((place) => ({ file: document.file, place }));
    return { edit: { documentChanges: editsOf(project, places, name) } };
  }
  if (thing?.kind !== 'id')
    return { error: 'This cannot be renamed: put the cursor on a label or on the id of a source' };
  return renameSource(project, thing.citation.sourceId, name);
}

function renameSource(project: Project, id: string, name: string): { edit: WorkspaceEdit } | { error: string } {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    return {
      error: `The id \`${name}\` is not lower-case words joined by hyphens, such as \`harbor-report\``,
    };
  }
  const { sources } = project.checked.corpus;
  if (sources.some((source) => source.id === name)) return { error: `There is a source \`${name}\` already` };
  if (!sources.some((source) => source.id === id))
    return { error: `The source \`${id}\` has problems of its own and cannot be renamed` };

  const inRecords = sources.flatMap((source) => {
    const file = `sources/${source.id}.yaml`;
    const pattern =
      source.id === id ? /^id:[ ]*(\S+)/gm : new RegExp(`\\bsuperseded:[ ]*(${RegExp.escape(id)})(?![\\w-])`, 'g');
    return placesIn(project, file, pattern, id);
  });
  const settings = placesIn(
    project,
    'content/wording.yaml',
    new RegExp(`\\bsource:[ ]*(${RegExp.escape(id)})(?![\\w-])`, 'g'),
    id,
  );
  const edits = editsOf(project, [...placesOfId(project, id), ...inRecords, ...settings], name);
  const files = ['txt', 'yaml'].map((extension) => ({
    kind: 'rename' as const,
    oldUri: uriOf(project.root, `sources/${id}.${extension}`),
    newUri: uriOf(project.root, `sources/${name}.${extension}`),
  }));
  // Edits first: they name the files by their old names.
  return { edit: { documentChanges: [...edits, ...files] } };
}

/** The places of `id` where the first group of a pattern has it, in a file that may not exist. */
function placesIn({ root }: Project, file: string, pattern: RegExp, id: string): FoundPlace[] {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    return [];
  }
  const lines = indexLines(text);
  return [...text.matchAll(pattern)]
    .filter(([, written]) => written === id)
    .map(({ 0: match, index }) => {
      const end = index + match.length;
      return { file, place: placeOf(lines, { start: end - id.length, end }) };
    });
}

function editsOf({ root }: Project, places: readonly FoundPlace[], newText: string): TextDocumentEdit[] {
  return [...Map.groupBy(places, ({ file }) => file)].map(([file, found]) => ({
    textDocument: { uri: uriOf(root, file), version: null },
    edits: found.map(({ place }) => ({ range: rangeOf(place), newText })),
  }));
}
