import type { Root } from 'mdast';
import type { Fact, Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { indexLines, type Place } from '#text/location.ts';
import { suggest } from '#text/suggest.ts';
import { type Citation, readCitations } from './citation.ts';
import { findElsewhere, withElsewhere } from './elsewhere.ts';
import { type Footnotes, readFootnotes } from './footnote.ts';
import { type Passage, resolve } from './resolve.ts';
import { footnoteDuplicate } from './rules/footnote-duplicate.ts';
import { footnoteUndefined } from './rules/footnote-undefined.ts';
import { footnoteUnused } from './rules/footnote-unused.ts';
import { sourceRetracted } from './rules/source-retracted.ts';
import { sourceSuperseded } from './rules/source-superseded.ts';

/** `undefined` for a source that exists but has problems of its own: its citations are not judged. */
export type SourcesById = ReadonlyMap<string, Source | undefined>;

/** A footnote that readers will see. */
export interface CheckedFootnote {
  /** The label in GFM's normal form, which references share. */
  readonly identifier: string;
  /** The number readers see: the order of first reference, from 1. */
  readonly number: number;
  /** The passages of its citations, in order. */
  readonly passages: readonly Passage[];
  /** Were all of its citations read and found? */
  readonly isWhole: boolean;
  /** The words that each reference to it follows, in the order of the file. */
  readonly statements: readonly string[];
}

/** The outcome for one document. */
export interface CitationCheck {
  /** In the order of first reference. */
  readonly footnotes: readonly CheckedFootnote[];
  /** Every citation, resolved or not, of known and unknown sources. */
  readonly citations: readonly Citation[];
  /** How many of them were found, including those in footnotes that readers will not see. */
  readonly holding: number;
  /** Where references are lost: what stands there rests on a footnote that nobody knows. */
  readonly lostPlaces: readonly Place[];
  /** Not sorted. */
  readonly problems: readonly Problem[];
}

/** Check the footnotes of one document against the sources. One cause gives one problem. */
export function checkCitations(tree: Root, text: string, file: string, sources: SourcesById): CitationCheck {
  const lines = indexLines(text);
  const footnotes = readFootnotes(tree, text);
  const problems: Problem[] = [
    ...footnoteUndefined(footnotes, file),
    ...footnoteUnused(footnotes, file),
    ...footnoteDuplicate(footnotes, file),
  ];
  const citations: Citation[] = [];
  const passages = new Map<string, Passage[]>();
  const whole = new Set<string>();
  const written = Map.groupBy(footnotes.definitions, ({ identifier }) => identifier);
  let holding = 0;

  for (const definition of footnotes.definitions) {
    const reading = readCitations(definition, file, lines);
    problems.push(...reading.problems);
    citations.push(...reading.citations);

    const found: Passage[] = [];
    for (const citation of reading.citations) {
      const { facts, passage } = judge(citation, definition.hasNote, sources);
      problems.push(...facts.map((fact) => ({ ...fact, file, place: citation.place })));
      if (passage) found.push(passage);
    }
    holding += found.length;
    if (!passages.has(definition.identifier)) {
      passages.set(definition.identifier, found);
      // Of two with one label, which one is meant?
      const isOnly = written.get(definition.identifier)?.length === 1;
      if (isOnly && found.length === reading.citations.length && reading.problems.length === 0) {
        whole.add(definition.identifier);
      }
    }
  }

  const lostPlaces = footnotes.lostReferences.map(({ place }) => place);
  return { footnotes: number(footnotes, passages, whole), citations, holding, lostPlaces, problems };
}

function judge(citation: Citation, hasNote: boolean, sources: SourcesById): { facts: Fact[]; passage?: Passage } {
  const { sourceId } = citation;
  if (!sources.has(sourceId)) {
    const suggestions = suggest(sourceId.replace(/\.(?:txt|ya?ml)$/, ''), sources.keys());
    const elsewhere = findElsewhere(citation, sources);
    return { facts: [{ ruleId: 'source-unknown', sourceId, suggestions, elsewhere }] };
  }
  const source = sources.get(sourceId);
  if (!source) return { facts: [] };

  const status = [...sourceRetracted(source), ...sourceSuperseded(source, hasNote)];
  if (status.length > 0) return { facts: status };

  const resolution = resolve(citation, source);
  if (resolution.ok) return { facts: [], passage: resolution.passage };
  const { fact } = resolution;
  return { facts: [fact.ruleId === 'quote-not-found' ? withElsewhere(fact, citation, sources) : fact] };
}

function number(
  { references }: Footnotes,
  passages: ReadonlyMap<string, Passage[]>,
  whole: ReadonlySet<string>,
): CheckedFootnote[] {
  const byFootnote = Map.groupBy(references, ({ identifier }) => identifier);
  return [...byFootnote].map(([identifier, own], index) => ({
    identifier,
    number: index + 1,
    passages: passages.get(identifier) ?? [],
    isWhole: whole.has(identifier),
    statements: own.map(({ statement }) => statement),
  }));
}
