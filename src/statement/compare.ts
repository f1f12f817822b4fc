import type { StatementRule } from '#problem/problem.ts';
import { type Fact, type Hedge, isError } from '#problem/problem.ts';
import type { Span } from '#text/location.ts';
import { nearest } from '#text/search.ts';
import { bearsDate, type DateMention, readDates } from './date.ts';
import type { Evidence } from './evidence.ts';
import { type Figure, fitFigure, readFigures } from './figure.ts';
import { addedHedges, droppedHedges } from './hedge.ts';
import { type KnownNames, namesIn, type ProperName, readNames } from './name.ts';
import { isOwnCount } from './own-count.ts';
import { formsOfQuotation, standsIn } from './quotation.ts';
import type { StatementPart } from './statement.ts';

/** What was compared of one statement, and with which outcome. */
export interface Comparison {
  readonly kind: 'figure' | 'date' | 'quotation' | 'name';
  /** As written in the statement. */
  readonly words: string;
  /** `own-count`: it counts sentences, texts and the like, and is no figure of a source. */
  readonly verdict: 'held' | 'own-count' | 'warning' | 'unsupported' | 'exempt';
  /** The evidence that bears it: undefined for a date of issue, and where nothing does. */
  readonly by: Evidence | undefined;
}

/** A comparison, and what is wrong with it. */
export type Compared = Comparison & { readonly fact?: Fact & { readonly ruleId: StatementRule } };

/** Compare the figures, dates, quoted words and names of a part of a statement; `words` are all of the statement. */
export function comparePart(
  part: StatementPart,
  words: string,
  evidence: readonly Evidence[],
  known: KnownNames,
  isLabel: boolean,
): readonly (Span & { readonly compared: Compared })[] {
  const { text, quoted } = part;
  const dates = readDates(text);
  const figures = readFigures(text, dates);
  const found: (Span & { readonly compared: Compared })[] = [];
  const add = ({ start, end }: Span, compared: Compared) => found.push({ start, end, compared });

  for (const date of dates) add(date, compareDate(date, words, evidence));
  for (const figure of figures) {
    const isOwn = isOwnCount(figure, text);
    add(
      figure,
      isOwn
        ? { kind: 'figure', words: figure.words, verdict: 'own-count', by: undefined }
        : compareFigure(figure, words, evidence),
    );
  }
  for (const { inner, ...span } of quoted) {
    const quotation = text.slice(inner.start, inner.end);
    // Code between marks is not compared.
    if (/[\p{L}\p{N}]/u.test(quotation)) add(span, compareQuotation(quotation, words, evidence));
  }
  if (!isLabel) {
    for (const name of readNames(text, known, [...dates, ...part.links, ...quoted])) {
      const compared = compareName(name, words, evidence, known);
      if (compared) add(name, compared);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export function compareDate(date: DateMention, statement: string, evidence: readonly Evidence[]): Compared {
  const by = evidence.find((other) => isDateIn(date, other));
  if (by) return { kind: 'date', words: date.words, verdict: 'held', by };
  const has = unique(evidence.flatMap(({ dates }) => dates.map(({ words }) => words)));
  const fact = { ruleId: 'date-unsupported', statement, date: date.words, evidence: has } as const;
  return { kind: 'date', words: date.words, verdict: 'unsupported', by: undefined, fact };
}

function isDateIn(date: DateMention, { dates, issued, isWhole }: Evidence): boolean {
  // A month without a year is that of an event, which the date of issue does not tell.
  if (issued && date.first !== undefined && bearsDate(date, issued)) return true;
  return dates.some((other) => bearsDate(date, other) && (!isWhole || bearsDate(other, date)));
}

/** Without `hasHedges` only the number counts: what is drawn has no words. */
export function compareFigure(
  figure: Figure,
  statement: string,
  evidence: readonly Evidence[],
  hasHedges = true,
): Compared {
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
    return { ...base, verdict, by: first?.by, fact } as const;
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

function compareQuotation(quotation: string, statement: string, evidence: readonly Evidence[]): Compared {
  const forms = formsOfQuotation(quotation);
  const by =
    evidence.find(({ readings }) => readings.some((text) => standsIn(forms, text))) ??
    evidence.find(({ record }) => record.some((text) => standsIn(forms, text)));
  if (by) return { kind: 'quotation', words: quotation, verdict: 'held', by };
  const texts = evidence.flatMap(({ readings }) => readings[0] ?? []).join('\n');
  const near = quotation.length < 8 ? undefined : nearest(texts, quotation);
  const fact = {
    ruleId: 'quotation-unsupported',
    statement,
    quotation,
    nearest: near && texts.slice(near.start, near.end).trim(),
  } as const;
  return { kind: 'quotation', words: quotation, verdict: 'unsupported', by: undefined, fact };
}

function compareName(
  { name, isFirst }: ProperName,
  statement: string,
  evidence: readonly Evidence[],
  known: KnownNames,
): Compared | undefined {
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
  return { kind: 'name', words: rest, verdict: 'warning', by: undefined, fact };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
