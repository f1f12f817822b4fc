import type { Fact, Problem, StatementCounts, StatementRule } from '#problem/problem.ts';
import { isIn, type LineIndex, overlaps, placeOf, type Span } from '#text/location.ts';
import { type AttributionNames, compareAttribution } from './attribution.ts';
import { compareDate, compareFigure, comparePart } from './compare.ts';
import { compareMeaning } from './compare-meaning.ts';
import type { Compared, Comparison, Placed } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import type { Exemption, ExemptionReading } from './exemption.ts';
import { joinReadings, readPart } from './reading.ts';
import { type Statement, type StatementPart, wordsOf } from './statement.ts';

/** A statement after the comparison. */
export interface JudgedStatement {
  readonly statement: Statement;
  /** Undefined where one of its footnotes has a problem: then nothing is compared. */
  readonly evidence: readonly Evidence[] | undefined;
  /** In the order of the statement. */
  readonly comparisons: readonly Comparison[];
  readonly exemptions: readonly Exemption[];
}

/** Count statements by what became of them. */
export function countStatements(judged: readonly JudgedStatement[]): StatementCounts {
  const outcomes = Map.groupBy(judged, ({ evidence, comparisons, exemptions }) => {
    if (exemptions.length > 0) return 'exempt';
    if (!evidence) return 'unjudged';
    return comparisons.some(({ verdict }) => verdict !== 'own-count') ? 'compared' : 'empty';
  });
  const count = (outcome: Exclude<keyof StatementCounts, 'all'>) => outcomes.get(outcome)?.length ?? 0;
  return {
    all: judged.length,
    compared: count('compared'),
    exempt: count('exempt'),
    empty: count('empty'),
    unjudged: count('unjudged'),
  };
}

/** What the statements of a document are compared with. */
export interface StatementContext {
  readonly file: string;
  readonly lines: LineIndex;
  /** What the passages of a footnote can support; undefined if one of its citations has a problem. */
  readonly evidenceOf: (identifier: string) => readonly Evidence[] | undefined;
  /** References without a footnote: what their statements rest on is unknown. */
  readonly lost: readonly Span[];
  /** Markup that cannot be read: what its statements say is unknown. */
  readonly unread?: readonly Span[];
  /** Stretches where another rule reports a missing footnote. */
  readonly elsewhere: readonly Span[];
  /** All footnotes of the document, which labels rest on. */
  readonly footnotes: readonly string[];
  readonly names: AttributionNames;
  /** What is wrong with the wording of a statement, whatever its passages say. */
  readonly findWording?: (statement: Statement, evidence: readonly Evidence[]) => readonly Finding[];
}

/** A problem of a statement and where it is, in the file. */
export interface Finding extends Span {
  readonly fact: Fact & { readonly ruleId: StatementRule };
}

/**
 * Compare every statement of a document with the passages of its footnotes: figures, dates, quoted words and names
 * must be in them. Reports those that are not, unless the author has exempted them, and exemptions without effect.
 */
export function checkStatements(
  statements: readonly Statement[],
  { exemptions, faults }: ExemptionReading,
  context: StatementContext,
): { readonly judged: readonly JudgedStatement[]; readonly problems: readonly Problem[] } {
  const { file, lines } = context;
  const used = new Set<Exemption>();
  // The statement that contains its comment or, between two, the next one.
  const targets = new Map(
    exemptions.map((exemption) => [exemption, statements.find(({ span }) => span.end > exemption.span.start)]),
  );
  const ofPage = exemptions.filter(({ scope }) => scope === 'page');
  const ofStatement = Map.groupBy(
    exemptions.filter(({ scope }) => scope === 'next'),
    (exemption) => targets.get(exemption),
  );
  const problems: Problem[] = faults.map((fault) => ({ ruleId: 'exemption-unused', ...fault, file }));
  // What a comment with a fault was to exempt is not reported as well.
  const meant = new Set(faults.map(({ place }) => statements.find(({ span }) => span.end > place.start.offset)));

  const judged = statements.map((statement, index): JudgedStatement => {
    const { evidence, comparisons, findings } = judge(statements, index, context);
    const taken = new Set<Exemption>();
    const isTakenOut = ({ fact: { ruleId } }: Finding) => {
      // In the order of the file.
      const own = [...ofPage, ...(ofStatement.get(statement) ?? [])].filter(({ rules }) => rules.includes(ruleId));
      const [exemption] = own.sort((a, b) => a.span.start - b.span.start);
      if (exemption) {
        used.add(exemption);
        taken.add(exemption);
      }
      return exemption !== undefined;
    };
    const open = meant.has(statement) ? [] : findings.filter((finding) => !isTakenOut(finding));
    problems.push(...open.map(({ fact, ...span }): Problem => ({ ...fact, file, place: placeOf(lines, span) })));
    const settled = comparisons.map(({ finding, ...comparison }): Comparison => {
      if (!finding) return comparison;
      return open.includes(finding) ? comparison : { ...comparison, verdict: 'exempt' };
    });
    return { statement, evidence, comparisons: settled, exemptions: [...taken] };
  });

  // Whether an exemption has an effect is unknown while its statement cannot be compared.
  const unjudged = new Set<Statement | undefined>(
    judged.filter(({ evidence }) => evidence === undefined).map(({ statement }) => statement),
  );
  for (const exemption of exemptions) {
    const isHidden = exemption.scope === 'page' ? unjudged.size > 0 : unjudged.has(targets.get(exemption));
    if (used.has(exemption) || isHidden) continue;
    const written = exemption.rules.join(', ');
    problems.push({ ruleId: 'exemption-unused', fault: 'unused', written, file, place: exemption.place });
  }
  return { judged, problems };
}

type OpenComparison = Comparison & { readonly finding: Finding | undefined };

interface Judgement {
  readonly evidence: readonly Evidence[] | undefined;
  readonly comparisons: readonly OpenComparison[];
  readonly findings: readonly Finding[];
}

const UNJUDGED: Judgement = { evidence: undefined, comparisons: [], findings: [] };

function judge(
  statements: readonly Statement[],
  index: number,
  { evidenceOf, footnotes, names, lost, unread = [], elsewhere, findWording = () => [] }: StatementContext,
): Judgement {
  const statement = statements[index] as Statement;
  const words = wordsOf(statement);
  const from = statements[index - 1]?.span.end ?? 0;
  const to = statements[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
  if (lost.some(({ start }) => from <= start && start < to)) return UNJUDGED;
  if (unread.some((span) => overlaps(span, statement.span))) return UNJUDGED;
  if (statement.footnotes.length === 0 && statement.kind !== 'label') {
    if (isIn(elsewhere, statement.span.start)) return UNJUDGED;
    const fact = { ruleId: 'statement-uncited', statement: words, extent: statement.kind } as const;
    return { evidence: [], comparisons: [], findings: [{ fact, ...statement.span }] };
  }
  const isLabel = statement.kind === 'label';
  const identifiers = isLabel && statement.footnotes.length === 0 ? footnotes : statement.footnotes;
  // A new document without footnotes has nothing yet to compare its title with.
  if (identifiers.length === 0) return { evidence: [], comparisons: [], findings: [] };
  const evidences = identifiers.map((identifier) => evidenceOf(identifier));
  if (!evidences.every((found) => found !== undefined)) return UNJUDGED;
  const evidence = evidences.flat();

  const readings = statement.parts.map(({ text }) => readPart(text, names.texts));
  const attributed = compareAttribution(statement, runBefore(statements, index), evidence, names, readings);
  // The name of a speaker is compared as such; the passage of another one with the last name may speak for both.
  const isSpeaker = ({ compared: { fact }, ...span }: Placed, part: StatementPart) =>
    attributed.some(
      ({ part: other, compared, ...place }) =>
        compared.kind === 'speaker' && other === part && overlaps(place, span) && (compared.fact || !fact),
    );
  const ofParts = statement.parts.flatMap((part, at) =>
    comparePart(part, words, evidence, names, isLabel, readings[at])
      .filter((one) => one.compared.kind !== 'name' || !isSpeaker(one, part))
      .map((one) => ({ ...one, part })),
  );
  const comparisons = [...ofParts, ...attributed].map(({ part, compared, ...span }) =>
    open(compared, () => spanIn(part, span)),
  );
  if (!isLabel) {
    const isUnattributed = attributed.some(({ compared: { fact } }) => fact?.ruleId === 'attribution-missing');
    const meaning = compareMeaning(
      joinReadings(readings, BETWEEN),
      words,
      evidence,
      isUnattributed,
      names.texts.counts,
    );
    comparisons.push(
      ...meaning.map(({ compared, ...span }) => open(compared, () => spanInParts(statement.parts, span))),
    );
  }
  const { dates = [], figures = [] } = statement.attributes ?? {};
  const ofAttributes = [
    ...dates.map((date) => compareDate(date, words, evidence)),
    ...figures.map((figure) => compareFigure(figure, words, evidence, false)),
  ];
  comparisons.push(...ofAttributes.map((compared) => open(compared, () => statement.span)));
  const findings = comparisons.flatMap(({ finding }) => finding ?? []);
  return { evidence, comparisons, findings: [...findings, ...findWording(statement, evidence)] };
}

/** The statements right before one, in its paragraph, that rest on the same footnotes. */
function runBefore(statements: readonly Statement[], index: number): readonly Statement[] {
  const { footnotes, opensParagraph } = statements[index] as Statement;
  const before = statements[index - 1];
  if (opensParagraph || !before || !isSame(before.footnotes, footnotes)) return [];
  return [before, ...runBefore(statements, index - 1)];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((identifier) => others.includes(identifier));
}

/** The span in the file of a span of the text of a part. */
function spanIn({ offsetOf }: StatementPart, { start, end }: Span): Span {
  return { start: offsetOf(start), end: offsetOf(Math.max(start, end - 1)) + 1 };
}

const BETWEEN = ' · ';

/** The same of a span of the texts of several parts, each with `BETWEEN` after it. */
function spanInParts(parts: readonly StatementPart[], { start, end }: Span): Span {
  let from = 0;
  for (const part of parts) {
    const to = from + part.text.length;
    if (start < to) return spanIn(part, { start: start - from, end: Math.min(end, to) - from });
    from = to + BETWEEN.length;
  }
  throw new RangeError(`No part has ${start}`);
}

function open({ fact, ...comparison }: Compared, span: () => Span): OpenComparison {
  return { ...comparison, finding: fact && { fact, ...span() } };
}
