/** A problem in words. */
export interface Explanation {
  /** One sentence without a full stop; values in backticks. Stands alone. */
  readonly reason: string;
  /** Further facts, one a line, such as the nearest passage; may be empty. Lines of a table are aligned by spaces. */
  readonly notes: readonly string[];
  /** What to do next. */
  readonly help: string;
}
