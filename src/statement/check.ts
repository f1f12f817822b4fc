import type { Fact, Hedge, Problem, StatementRule } from '#problem/problem.ts';
import { isError } from '#problem/problem.ts';
import { type LineIndex, placeOf, type Span } from '#text/location.ts';
import { normalize } from '#text/normalize.ts';
import { findQuoted } from '#text/quoted.ts';
import { nearest } from '#text/search.ts';
import { bearsDate, type DateMention, readDates } from './date.ts';
import type { Evidence } from './evidence.ts';
import type { Exemption, ExemptionReading } from './exemption.ts';
import { type Figure, fitFigure, readFigures } from './figure.ts';
import { addedHedges, droppedHedges } from './hedge.ts';
import { type KnownNames, namesIn, type ProperName, readNames } from './name.ts';
import { isOwnCount } from './own-count.ts';
import { standsIn } from './quotation.ts';
import { type Statement, type StatementPart, wordsOf } from './statement.ts';

/** What was compared of one statement, and with which outcome. */
interface Comparison {
  readonly kind: 'figure' | 'date' | 'quotation' | 'name';
  /** As written in the statement. */
  readonly words: string;
  /** `own-count`: it counts sentences, texts and the like, and is no figure of a source. */
  readonly verdict: 'held' | 'own-count' | 'warning' | 'unsupported' | 'exempt';
  /** The evidence that bears it: undefined for a date of issue, and where nothing does. */
  readonly by: Evidence | undefined;
}

/** A statement after the comparison. */
export interface JudgedStatement {
  readonly statement: Statement;
  /** Undefined where a footnote of it has a problem of its own: then nothing is compared. */
  readonly evidence: readonly Evidence[] | undefined;
  /** In the order of the statement. */
  readonly comparisons: readonly Comparison[];
  readonly exemptions: readonly Exemption[];
}

/** What the statements of a document are judged by. */
export interface StatementGrounds {
  readonly file: string;
  readonly lines: LineIndex;
  /** What the passages of a footnote can bear; undefined if one of its citations has a problem. */
  readonly evidenceOf: (identifier: string) => readonly Evidence[] | undefined;
  /** Where references stand of which no footnote was made: nobody can tell what their statements rest on. */
  readonly lost: readonly Span[];
  /** Stretches where a missing footnote is told of by another rule. */
  readonly elsewhere: readonly Span[];
  /** All footnotes of the document: what labels rest on. */
  readonly footnotes: readonly string[];
  readonly known: KnownNames;
}

interface Finding extends Span {
  readonly fact: Fact & { readonly ruleId: StatementRule };
}

/**
 * Compare every statement of a document with the passages of its footnotes: figures, dates, quoted words and names must stand
 * there. Reports what does not, unless the author has taken it out with a reason, and each exemption that takes out nothing.
 */
export function checkStatements(
  statements: readonly Statement[],
  { exemptions, faults }: ExemptionReading,
  grounds: StatementGrounds,
): { readonly judged: readonly JudgedStatement[]; readonly problems: readonly Problem[] } {
  const { file, lines } = grounds;
  const used = new Set<Exemption>();
  const targets = new Map(exemptions.map((exemption) => [exemption, targetOf(exemption, statements)]));
  const problems: Problem[] = faults.map((fault) => ({ ruleId: 'exemption-unused', ...fault, file }));

  const judged = statements.map((statement, index): JudgedStatement => {
    const { evidence, comparisons, findings } = judge(
      statement,
      [statements[index - 1], statements[index + 1]],
      grounds,
    );
    const taken = new Set<Exemption>();
    const isTakenOut = ({ fact: { ruleId } }: Finding) => {
      const exemption = exemptions.find(
        (other) => other.rules.includes(ruleId) && (other.scope === 'page' || targets.get(other) === statement),
      );
      if (exemption) {
        used.add(exemption);
        taken.add(exemption);
      }
      return exemption !== undefined;
    };
    const open = findings.filter((finding) => !isTakenOut(finding));
    problems.push(...open.map(({ fact, ...span }): Problem => ({ ...fact, file, place: placeOf(lines, span) })));
    const settled = comparisons.map(({ finding, ...comparison }): Comparison => {
      if (!finding) return comparison;
      return open.includes(finding) ? comparison : { ...comparison, verdict: 'exempt' };
    });
    return { statement, evidence, comparisons: settled, exemptions: [...taken] };
  });

  for (const exemption of exemptions) {
    if (used.has(exemption) || isHidden(exemption, targets, judged)) continue;
    const written = exemption.rules.join(', ');
    problems.push({ ruleId: 'exemption-unused', fault: 'unused', written, file, place: exemption.place });
  }
  return { judged, problems };
}

/** The statement that a comment stands in or, between two, the next one. */
function targetOf({ span }: Exemption, statements: readonly Statement[]): Statement | undefined {
  return statements.find((statement) => statement.span.end > span.start);
}

/** Nobody can tell what an exemption takes out while its statement cannot be compared. */
function isHidden(
  exemption: Exemption,
  targets: ReadonlyMap<Exemption, Statement | undefined>,
  judged: readonly JudgedStatement[],
): boolean {
  return judged.some(
    ({ statement, evidence }) =>
      evidence === undefined && (exemption.scope === 'page' || targets.get(exemption) === statement),
  );
}

type OpenComparison = Comparison & { readonly finding?: Finding };

interface Judgement {
  readonly evidence: readonly Evidence[] | undefined;
  readonly comparisons: readonly OpenComparison[];
  readonly findings: readonly Finding[];
}

const UNJUDGED: Judgement = { evidence: undefined, comparisons: [], findings: [] };

function judge(
  statement: Statement,
  [previous, next]: readonly [previous: Statement | undefined, next: Statement | undefined],
  { evidenceOf, footnotes, known, lost, elsewhere }: StatementGrounds,
): Judgement {
  const words = wordsOf(statement);
  const from = previous?.span.end ?? 0;
  const to = next?.span.start ?? Number.POSITIVE_INFINITY;
  if (lost.some(({ start }) => from <= start && start < to)) return UNJUDGED;
  if (statement.footnotes.length === 0 && statement.kind !== 'label') {
    if (elsewhere.some(({ start, end }) => start <= statement.span.start && statement.span.start < end))
      return UNJUDGED;
    const fact = { ruleId: 'statement-uncited', statement: words, extent: statement.kind } as const;
    return { evidence: [], comparisons: [], findings: [{ fact, ...statement.span }] };
  }
  const isLabel = statement.kind === 'label';
  const identifiers = isLabel && statement.footnotes.length === 0 ? footnotes : statement.footnotes;
  const evidences = identifiers.map((identifier) => evidenceOf(identifier));
  if (evidences.some((evidence) => evidence === undefined)) {
    return UNJUDGED;
  }
  const evidence = evidences.flatMap((found) => found ?? []);

  const comparisons = statement.parts.flatMap((part) => comparePart(part, words, evidence, known, isLabel));
  for (const date of statement.attributes?.dates ?? []) {
    comparisons.push(compareDate(date, statement.span, words, evidence));
  }
  for (const figure of statement.attributes?.figures ?? []) {
    // What is drawn has no words, so no hedges: its label has them.
    comparisons.push(compareFigure(figure, statement.span, words, evidence, false));
  }
  return { evidence, comparisons, findings: comparisons.flatMap(({ finding }) => finding ?? []) };
}

function comparePart(
  part: StatementPart,
  words: string,
  evidence: readonly Evidence[],
  known: KnownNames,
  isLabel: boolean,
): OpenComparison[] {
  const { text } = part;
  const at = ({ start, end }: Span): Span => ({
    start: part.offsetOf(start),
    end: part.offsetOf(Math.max(start, end - 1)) + 1,
  });
  const dates = readDates(text);
  const figures = readFigures(text, dates);
  const quoted = findQuoted(text);
  const found: (Span & { readonly comparison: OpenComparison })[] = [];

  for (const date of dates) found.push({ ...date, comparison: compareDate(date, at(date), words, evidence) });
  for (const figure of figures) {
    const isOwn = isOwnCount(figure, text);
    const comparison: OpenComparison = isOwn
      ? { kind: 'figure', words: figure.words, verdict: 'own-count', by: undefined }
      : compareFigure(figure, at(figure), words, evidence);
    found.push({ ...figure, comparison });
  }
  for (const { inner, ...span } of quoted) {
    const quotation = text.slice(inner.start, inner.end);
    // Code between marks is not compared.
    if (!/[\p{L}\p{N}]/u.test(quotation)) continue;
    found.push({ ...span, comparison: compareQuotation(quotation, at(span), words, evidence) });
  }
  if (!isLabel) {
    for (const name of readNames(text, known, [...dates, ...part.links, ...quoted])) {
      const comparison = compareName(name, at(name), words, evidence, known);
      if (comparison) found.push({ ...name, comparison });
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ comparison }) => comparison);
}

function compareDate(date: DateMention, span: Span, statement: string, evidence: readonly Evidence[]): OpenComparison {
  const by = evidence.find(({ dates }) => dates.some((other) => bearsDate(date, other)));
  if (by) return { kind: 'date', words: date.words, verdict: 'held', by };
  const has = unique(evidence.flatMap(({ dates }) => dates.map(({ words }) => words)));
  const finding: Finding = {
    fact: { ruleId: 'date-unsupported', statement, date: date.words, evidence: has },
    ...span,
  };
  return { kind: 'date', words: date.words, verdict: 'unsupported', by: undefined, finding };
}

function compareFigure(
  figure: Figure,
  span: Span,
  statement: string,
  evidence: readonly Evidence[],
  hasHedges = true,
): OpenComparison {
  const all = evidence.flatMap((by) => by.figures.map((other) => ({ by, other, fit: fitFigure(figure, other) })));
  const same = all.filter(({ fit }) => fit === 'same');
  const [first] = same;
  const base = { kind: 'figure', words: figure.words } as const;
  const fail = (fault: 'missing' | 'unit' | 'hedge-added' | 'hedge-dropped', hedges: readonly Hedge[]) => {
    const has = unique((first ? same : all).map(({ other }) => other.words));
    const fact = {
      ruleId: 'figure-unsupported',
      statement,
      figure: figure.words,
      fault,
      hedges,
      evidence: has,
    } as const;
    const verdict = isError({ ...fact, file: '', place: undefined }) ? 'unsupported' : 'warning';
    return { ...base, verdict, by: first?.by, finding: { fact, ...span } } as const;
  };
  if (!first) return fail(all.some(({ fit }) => fit === 'other-unit') ? 'unit' : 'missing', []);

  if (!hasHedges) return { ...base, verdict: 'held', by: first.by };
  // One passage that has figure and hedge is enough, be there others without it.
  const fitting = same.find(
    ({ other: { hedges } }) =>
      addedHedges(figure.hedges, hedges).length === 0 && droppedHedges(figure.hedges, hedges, statement).length === 0,
  );
  if (fitting) return { ...base, verdict: 'held', by: fitting.by };
  const added = addedHedges(figure.hedges, first.other.hedges);
  if (same.every(({ other: { hedges } }) => addedHedges(figure.hedges, hedges).length > 0)) {
    return fail('hedge-added', added);
  }
  return fail('hedge-dropped', droppedHedges(figure.hedges, first.other.hedges, statement));
}

function compareQuotation(
  quotation: string,
  span: Span,
  statement: string,
  evidence: readonly Evidence[],
): OpenComparison {
  const by = evidence.find(({ readings, record }) =>
    [...readings, ...record].some((text) => standsIn(quotation, text)),
  );
  if (by) return { kind: 'quotation', words: quotation, verdict: 'held', by };
  const texts = evidence.flatMap(({ readings }) => readings[0] ?? []).join('\n');
  const near = quotation.length < 8 ? undefined : nearest(texts, normalize(quotation).text);
  const fact = {
    ruleId: 'quotation-unsupported',
    statement,
    quotation,
    nearest: near && texts.slice(near.start, near.end).trim(),
  } as const;
  return { kind: 'quotation', words: quotation, verdict: 'unsupported', by: undefined, finding: { fact, ...span } };
}

function compareName(
  { name, isFirst }: ProperName,
  span: Span,
  statement: string,
  evidence: readonly Evidence[],
  known: KnownNames,
): OpenComparison | undefined {
  const find = (form: string) =>
    evidence.find(({ readings }) => namesIn(form, readings, known)) ??
    evidence.find(({ readings, record, context }) => namesIn(form, [...readings, ...record, ...context], known));
  // A word may have its capital only because the sentence begins with it.
  const rest = isFirst && !known.forms.has(name) ? name.slice(name.indexOf(' ') + 1) : name;
  const isName = rest.includes(' ') || known.forms.has(rest);
  const by = find(name) ?? (isName ? find(rest) : undefined);
  if (by) return { kind: 'name', words: name, verdict: 'held', by };
  if (!isName) return undefined;
  const fact = { ruleId: 'name-unsupported', statement, name: rest } as const;
  const finding = { fact, ...span };
  return { kind: 'name', words: rest, verdict: 'warning', by: undefined, finding };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
