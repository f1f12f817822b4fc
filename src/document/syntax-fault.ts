import type { ArticleFault, Problem } from '#problem/problem.ts';
import { indexLines, placeOf, type Span } from '#text/location.ts';
import { foreignBefore } from './foreign-markup.ts';

type SyntaxFault = ArticleFault & { readonly part: 'syntax' };

/** Elements of HTML without a closing tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * What an author did where the MDX parser only says which character it did not expect, with the place of that. A
 * problem of another kind, or without a known cause, is returned unchanged.
 */
export function withCause(problem: Problem, text: string): Problem {
  if (problem.ruleId !== 'article-invalid' || problem.part !== 'syntax' || !problem.place) return problem;
  const { issue, place, file } = problem;
  const at = place.start.offset;
  const lines = indexLines(text);
  const because = (cause: SyntaxFault['cause'], span: Span | undefined, written = ''): Problem => {
    return span ? { ...problem, cause, written, place: placeOf(lines, span) } : problem;
  };
  const tag = (name: string) =>
    because(VOID.test(name) ? 'void' : 'unclosed', { start: at, end: place.end.offset }, name);
  const code = (fault: 'expression' | 'module', span: Span): Problem => {
    const written = text.slice(span.start, span.end);
    return { ruleId: 'article-invalid', part: 'code', fault, written, file, place: placeOf(lines, span) };
  };

  const [, unclosed] = /^Expected a closing tag for `<([^`]*)>`/.exec(issue) ?? [];
  if (unclosed !== undefined) return tag(unclosed);
  if (/^Unexpected closing tag /.test(issue)) {
    const [, closing = '', open = ''] = /`<\/([^`]*)>`[^`]*`<([^`]*)>`/.exec(issue) ?? [];
    return VOID.test(open) ? tag(open) : because('crossed', { start: at, end: place.end.offset }, `${open} ${closing}`);
  }
  if (/^Unexpected closing slash/.test(issue)) {
    const span = spanOfTag(text, at);
    const [, name = ''] = /^<\/(\w+)/.exec(text.slice(span?.start)) ?? [];
    return VOID.test(name) ? because('void', span, name) : because('unopened', span);
  }
  if (/create a comment in MDX/.test(issue)) {
    const start = Math.max(0, text.lastIndexOf('<', at));
    const end = text.indexOf('-->', at);
    return because('comment', { start, end: end === -1 ? at + 1 : end + 3 });
  }
  if (/create a link in MDX/.test(issue)) {
    const span = spanOfTag(text, at);
    return because('address', span, span && text.slice(span.start + 1, span.end).replace(/>$/, ''));
  }
  if (/ (?:before|in|after) (?:member |local )?name,/.test(issue)) {
    return because('less-than', { start: Math.max(0, text.lastIndexOf('<', at)), end: at + 1 });
  }
  if (/ attribute (?:name|value),/.test(issue)) return because('attribute', spanOfTag(text, openTag(text) ?? at));
  if (/corresponding closing brace for `\{`/.test(issue)) return because('brace', openBrace(text, place.end.offset));
  if (/parse expression/.test(issue)) {
    const brace = openBrace(text, at + 1);
    const close = text.indexOf('}', at);
    if (!brace || close === -1) return problem;
    const span = { start: brace.start, end: close + 1 };
    const foreign = foreignBefore(text, span);
    return foreign ? { ...foreign, file, place: placeOf(lines, foreign) } : code('expression', span);
  }
  if (/parse import\/exports/.test(issue)) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at);
    return code('module', { start, end: end === -1 ? text.length : end });
  }
  return problem;
}

/** Where a tag begins whose last attribute has no closing mark: the parser reads on to the end of the text. */
function openTag(text: string): number | undefined {
  return /<[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*(?:"[^"]*|'[^']*)$/.exec(text)?.index;
}

/** The tag around an offset, as far as it goes. */
function spanOfTag(text: string, at: number): Span | undefined {
  const start = text.lastIndexOf('<', at);
  return start === -1 ? undefined : { start, end: start + (/^[^>\n]*>?/.exec(text.slice(start))?.[0].length ?? 1) };
}

/**
 * The brace that is still open before an offset: the parser notices only where the paragraph or the file ends. It is
 * the last one: had a later pair been closed, the parser would complain about the text between them.
 */
function openBrace(text: string, before: number): Span | undefined {
  const start = [...text.slice(0, before).matchAll(/(?<=(?<!\\)(?:\\\\)*)\{/g)].at(-1)?.index;
  return start === undefined ? undefined : { start, end: start + 1 };
}
