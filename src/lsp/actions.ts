import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import { labelOf } from '#citation/find-passages.ts';
import { fixFootnotes } from '#citation/fix.ts';
import { nearestQuote } from '#citation/nearest-quote.ts';
import { blankFrontMatter } from '#document/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Problem } from '#problem/problem.ts';
import { indexLines, type Place, spanOf } from '#text/location.ts';
import { rangeBetween, rangeOf, uriOf } from './convert.ts';
import { placeOfId } from './cursor.ts';
import type { OpenDocument, Project } from './project.ts';

/** A repair of a document, as edits of its text. */
interface Repair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Is it the only one that can be meant? */
  readonly isPreferred?: boolean;
}

/** Repairs of the problems within a stretch of a document, and of the form of its footnotes. */
export function actionsAt(
  project: Project,
  document: OpenDocument,
  { start, end }: { readonly start: number; readonly end: number },
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const uri = uriOf(project.root, document.file);
  const problems = project.checked.report.problems.filter(({ file, place }) => {
    if (file !== document.file || !place) return false;
    const span = spanOf(place);
    return span.start <= end && start <= span.end;
  });
  const repairs = problems.flatMap((problem) =>
    repairsOf(project, problem, document).map((repair): CodeAction => {
      const own = diagnostics.filter(({ code, range }) => code === problem.ruleId && isAt(range, problem.place));
      return {
        title: repair.title,
        kind: 'quickfix',
        diagnostics: own,
        isPreferred: repair.isPreferred ?? false,
        edit: { changes: { [uri]: [...repair.edits] } },
      };
    }),
  );
  return [...repairs, ...tidy(document, uri)];
}

function isAt(range: Diagnostic['range'], place: Place | undefined): boolean {
  return place !== undefined && range.start.line === place.start.line - 1;
}

function repairsOf(project: Project, problem: Problem, document: OpenDocument): Repair[] {
  const { text } = document;
  const { place } = problem;
  if (!place) return [];
  const lines = indexLines(text);
  const replace = (written: Place, newText: string): TextEdit => ({ range: rangeOf(written), newText });
  const citation = document.definitions
    .flatMap(({ cited }) => cited)
    .find((cited) => cited.place.start.offset === place.start.offset);

  switch (problem.ruleId) {
    case 'quote-not-found': {
      const { nearest, elsewhere } = problem;
      if (!citation) return [];
      // The source that has the words exactly is surely meant.
      if (elsewhere) {
        const { sourceId, lines: found } = elsewhere;
        const edits = [replace(placeOfId(citation, lines), sourceId)];
        return [{ title: `Cite \`${sourceId}\`, which has these words on line ${found[0]}`, edits, isPreferred: true }];
      }
      const source = project.source(citation.sourceId);
      const edits = source ? nearestQuote(problem, citation, text, source) : [];
      if (!nearest || edits.length === 0) return [];
      return [
        {
          title: `Quote line ${nearest.line}: “${shorten(nearest.printed)}”`,
          edits: edits.map((edit) => ({ range: rangeBetween(lines, edit.start, edit.end), newText: edit.text })),
          isPreferred: true,
        },
      ];
    }
    case 'quote-ambiguous':
      return citation
        ? problem.lines.map((line) => {
            const { end } = spanOf(placeOfId(citation, lines));
            const written = /^#L[\dL-]*/.exec(text.slice(end))?.[0] ?? '';
            const range = rangeBetween(lines, end, end + written.length);
            return { title: `Mean line ${line}`, edits: [{ range, newText: `#L${line}` }] };
          })
        : [];
    case 'source-unknown':
      return citation
        ? problem.suggestions.map((id) => ({
            title: `Cite \`${id}\``,
            edits: [replace(placeOfId(citation, lines), id)],
            isPreferred: problem.suggestions.length === 1,
          }))
        : [];
    case 'footnote-undefined': {
      const written = text.slice(place.start.offset, place.end.offset);
      const suggested = problem.suggestions.map((label) => ({
        title: `Refer to [^${label}]`,
        edits: [replace(place, written.replace(/\[\^[^\]]*\]/, `[^${label}]`))],
      }));
      return [...suggested, ...(problem.fault === 'missing' ? [addFootnote(document, problem.label, [])] : [])];
    }
    case 'theme-unknown':
    case 'link-broken':
      return problem.suggestions.map((suggestion) => {
        const written = text.slice(place.start.offset, place.end.offset);
        const wrong = problem.ruleId === 'theme-unknown' ? problem.theme : problem.url;
        return { title: `Write \`${suggestion}\``, edits: [replace(place, written.replace(wrong, suggestion))] };
      });
    case 'statement-uncited': {
      const taken = document.definitions.map(({ label }) => label);
      const base = labelOf(problem.statement);
      const label = taken.includes(base) ? `${base}-${taken.length + 1}` : base;
      const range = rangeBetween(lines, place.end.offset, place.end.offset);
      return [addFootnote(document, label, [{ range, newText: `[^${label}]` }])];
    }
    default:
      return [];
  }
}

/** Add an empty footnote at the end of the document, ready for a citation. */
function addFootnote({ text }: OpenDocument, label: string, edits: readonly TextEdit[]): Repair {
  const end = text.trimEnd().length;
  const range = rangeBetween(indexLines(text), end, text.length);
  const footnote = { range, newText: `\n\n[^${label}]: @\n` };
  return { title: `Add a footnote [^${label}]`, edits: [...edits, footnote] };
}

/** What `npm run check -- --fix` does to this document. */
function tidy({ text, file }: OpenDocument, uri: string): CodeAction[] {
  const parsed = parseMdx(blankFrontMatter(text), file);
  if (!('tree' in parsed)) return [];
  const fixed = fixFootnotes(parsed.tree, text);
  if (fixed.done.length === 0) return [];
  const range = rangeBetween(indexLines(text), 0, text.length);
  const title = `Tidy the footnotes: ${fixed.done.join('; ')}`;
  return [{ title, kind: 'source.fixAll', edit: { changes: { [uri]: [{ range, newText: fixed.text }] } } }];
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
