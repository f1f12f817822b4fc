import type { Quotation } from '#citation/citation.ts';
import { type Passage, resolve } from '#citation/resolve.ts';
import { contextOf, printedWords } from '#citation/words.ts';
import { shortNameOf } from '#source/record.ts';
import type { Source } from '#source/source.ts';
import { escapeMarkdown as plain } from '#text/escape-markdown.ts';
import { overlaps, type Place } from '#text/location.ts';
import { thingAt } from './cursor.ts';
import type { OpenDocument, Project } from './project.ts';

/** What to show of the thing at an offset, in Markdown, and which words it is about. */
export function hoverAt(
  project: Project,
  document: OpenDocument,
  offset: number,
): { readonly markdown: string; readonly place: Place } | undefined {
  const thing = thingAt(document, offset);
  if (!thing) return undefined;
  const { place } = thing;
  const shown = (quotations: readonly Quotation[]) =>
    quotations.flatMap((quotation) => showQuotation(project, quotation) ?? []).join('\n\n---\n\n');
  if (thing.kind === 'id') {
    const source = project.source(thing.citation.sourceId);
    return source && { markdown: showSource(project, source), place };
  }
  const cited =
    'citation' in thing
      ? [thing.citation]
      : (document.definitions.find(({ identifier }) => identifier === thing.identifier)?.cited ?? []);
  const markdown = shown(cited);
  return markdown === '' ? undefined : { markdown, place };
}

/** The source's words of a citation in their sentence; undefined for one that does not hold. */
function showQuotation(project: Project, quotation: Quotation): string | undefined {
  const source = project.source(quotation.sourceId);
  const resolution = source && resolve(quotation, source);
  if (!source || !resolution?.ok) return undefined;
  const { passage } = resolution;
  const { before, after } = contextOf(source, passage);
  const words = passage.parts.map((part) => `**${plain(printedWords(source, part)).trim()}**`).join(' […] ');
  const { from, to } = passage.lines;
  const where = from === to ? `line ${from}` : `lines ${from}–${to}`;
  const rest = countStatements(project.statementsOn(source.id, passage.parts).length, 'these words');
  return [
    `**${plain(shortNameOf(source.record))}**, ${where}${kindsOf(source, passage)}`,
    `${plain(before)}${words}${plain(after)}`.trim(),
    `*${rest}*`,
  ].join('\n\n');
}

/** Whose words they are, and of what kind, where they are not simply stated. */
function kindsOf({ speech }: Source, { extent }: Passage): string {
  const kinds = speech.filter((stretch) => overlaps(stretch, extent)).map(({ kind, by }) => `${kind}: ${plain(by)}`);
  return [...new Set(kinds)].map((kind) => ` · ${kind}`).join('');
}

function showSource(project: Project, { id, record, text }: Source): string {
  const { title, issued, genre } = record.csl;
  const facts = [title, genre, issued].flatMap((field) => (field.known === 'unknown' ? [] : [plain(field.value)]));
  const statements = project.statementsOn(id, [{ start: 0, end: text.text.length }]);
  return [
    `**${plain(record.name)}** (\`${id}\`)`,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    plain(record.voice),
    `*${countStatements(statements.length, 'this source')}*`,
  ].join('\n\n');
}

function countStatements(count: number, on: string): string {
  return count === 1 ? `1 statement rests on ${on}` : `${count} statements rest on ${on}`;
}
