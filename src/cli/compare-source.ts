import type { Citation } from '#citation/citation.ts';
import { type CitationReview, reviewCitation } from '#citation/review.ts';
import { listChanges, secretsOf, type TextChange } from '#citation/text-changes.ts';
import { findReviewed } from '#io/git-history.ts';
import type { Problem } from '#problem/problem.ts';
import { anchoredText } from '#source/anchor.ts';
import { moveLines, writeAnchors } from '#source/edit-record.ts';
import { hiddenSpans } from '#source/mark-facts.ts';
import { SourceRecord } from '#source/record.ts';
import { repin } from '#source/repin.ts';
import { type Marked, type MarkReview, reviewMarks } from '#source/review-marks.ts';
import { type OpenedSource, readSource, type Source, type SourceFiles } from '#source/source.ts';
import { compareWords } from '#text/compare-words.ts';
import { decode } from '#text/encoding.ts';
import { readYaml } from '#text/yaml.ts';

/** A citation of a document, with its text. */
export interface Cited {
  readonly citation: Citation;
  readonly file: string;
  readonly text: string;
}

/** What became of a source since a person reviewed it, and what a review would write. */
export interface SourceComparison {
  readonly isStale: boolean;
  /** Why the reviewed text cannot be shown. */
  readonly unknown: string | undefined;
  /** Undefined where the texts cannot be compared. */
  readonly changes: readonly TextChange[] | undefined;
  readonly marks: readonly MarkReview[];
  /** The record with the new pin, lines and anchors. */
  readonly proposed: string;
  /** Undefined where that record does not fit the text. */
  readonly now: Source | undefined;
  /** Of that record. */
  readonly problems: readonly Problem[];
  readonly outcomes: readonly (Cited & { readonly review: CitationReview })[];
  /** Must some words of the text stay out of pipes and logs? */
  readonly isSecret: (words: string) => boolean;
}

/** Long texts that differ nearly everywhere take minutes to compare and are of no use. In milliseconds. */
const MOST_TIME = 5000;

/**
 * Compare a source with what a person reviewed, or with another text of it.
 *
 * @param cited The citations to review; those of other sources are left out.
 * @param today ISO 8601.
 */
export function compareSource(
  files: SourceFiles & { readonly raw: object; readonly record: object },
  opened: OpenedSource,
  earlier: EarlierSource | { readonly unknown: string },
  cited: readonly Cited[],
  ids: readonly string[],
  today: string,
): SourceComparison {
  const { id, raw, record } = files;
  const isStale = raw.sha256 !== opened.record.sha256;
  const before = 'unknown' in earlier ? undefined : earlier;
  const isChanged = before && before.marked.text.raw !== opened.text.raw;
  const compared = isChanged ? compareWords(before.marked.text.raw, opened.text.raw, MOST_TIME) : undefined;
  const marks = reviewMarks(opened, before?.marked, compared?.inSecond);
  const moves = marks.flatMap(({ mark, to }) => (to ? { mark, to } : []));
  const anchored = writeAnchors(moveLines(opened.recordText, moves), opened.text);
  const proposed = isStale ? repin(anchored, raw.sha256, today) : anchored;
  const { source: now, problems } = readSource(
    { id, raw, record: { ...record, bytes: new TextEncoder().encode(proposed) } },
    ids,
  );

  const earlierText = before && withHidden(before.marked);
  const hidden = marks.filter(({ isHidden }) => isHidden);
  const isSettled = hidden.every(({ outcome }) => outcome === 'holds' || outcome === 'moved');
  // While it is not known what is hidden, any words may be.
  const isSecret = before?.source && earlierText && isSettled ? secretsOf(earlierText) : () => hidden.length > 0;
  return {
    ...{ isStale, marks, proposed, now, problems, isSecret },
    unknown: 'unknown' in earlier ? earlier.unknown : undefined,
    changes: compared && earlierText && listChanges(earlierText, withHidden(opened), compared, isSecret),
    outcomes: cited
      .filter(({ citation }) => citation.sourceId === id)
      .flatMap((one) =>
        now ? { ...one, review: reviewCitation(one.citation, before?.source, now, compared?.inSecond) } : [],
      ),
  };
}

/** Why a person has to look; undefined where a program can agree. */
export function refusalOf({ marks, isStale, changes, outcomes }: SourceComparison): string | undefined {
  if (outcomes.some(isLost)) return '--yes is for a change that breaks no citation';
  if (marks.some(({ outcome }) => outcome === 'changed' || (isStale && outcome === 'unseen'))) {
    return '--yes is for a text in which every entry of the record is at the words that a person saw';
  }
  if (!isStale || !marks.some(({ isHidden }) => isHidden)) return undefined;
  if (!changes) return 'only a person can tell whether a text with parts that are never printed has more of them now';
  const risky = changes.find(({ isHidden, added }) => isHidden && added !== '');
  return risky && `line ${risky.line} is new beside a part that is never printed: a person has to see it first`;
}

/** Does a citation no longer lead to its words? */
export function isLost({ review: { outcome } }: SourceComparison['outcomes'][number]): boolean {
  return outcome === 'broken' || outcome === 'unclear';
}

function withHidden({ record, text }: Marked) {
  return { ...text, hidden: hiddenSpans(record, text) };
}

/** The text that a person reviewed, read with the record of that time. */
export interface EarlierSource {
  readonly marked: Marked;
  /** Undefined where no record fits that text. */
  readonly source: Source | undefined;
}

/** Find the reviewed text of a source in Git, or say why it cannot be shown. */
export function readEarlier(
  root: string,
  { record, recordText }: OpenedSource,
  ids: readonly string[],
): EarlierSource | { readonly unknown: string } {
  const found = findReviewed(root, record.sha256);
  if (typeof found === 'string') return { unknown: UNKNOWN[found] };
  const decoded = decode(found.raw);
  if (!('text' in decoded)) return { unknown: UNKNOWN.uncommitted };
  const text = anchoredText(decoded.text);
  // The record may have been edited together with the text: the one that was committed with it comes first.
  const records = [...found.records.map((bytes) => new TextDecoder().decode(bytes)), recordText].flatMap((written) => {
    const { data } = SourceRecord.safeParse(readYaml(written).value);
    return data?.sha256 === record.sha256 ? { data, written } : [];
  });
  const readAs = (write: (record: string) => string) =>
    records.map(({ data, written }): EarlierSource => {
      const files = {
        id: data.id,
        record: { file: `sources/${data.id}.yaml`, bytes: new TextEncoder().encode(write(written)) },
        raw: { file: `sources/${data.id}.txt`, bytes: found.raw, sha256: data.sha256 },
      };
      return { marked: { record: data, text }, source: readSource(files, [...ids, data.id]).source };
    });
  // One whose anchors hold comes before one that has none yet.
  const readings = [...readAs((record) => record), ...readAs((record) => writeAnchors(record, text))];
  return readings.find(({ source }) => source) ?? readings[0] ?? { marked: { record, text }, source: undefined };
}

const UNKNOWN = {
  'no-repository': 'there is no Git repository here',
  shallow: 'this clone has only the latest commits; `git fetch --unshallow` gets the others',
  uncommitted: 'it was never committed to Git',
} as const;
