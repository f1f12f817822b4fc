import type { Fact, StatementRule } from '#problem/problem.ts';
import type { Span } from '#text/location.ts';
import type { Evidence } from './evidence.ts';

/** One thing compared in a statement, and the outcome. */
export interface Comparison {
  readonly kind:
    | 'figure'
    | 'date'
    | 'quotation'
    | 'name'
    | 'text'
    | 'speaker'
    | 'attribution'
    | 'office'
    | 'order'
    | 'roles'
    | 'limit';
  /** As written in the statement. */
  readonly words: string;
  /** `own-count`: it counts sentences, texts and the like, and is not a figure of a source. */
  readonly verdict: 'held' | 'own-count' | 'warning' | 'unsupported' | 'exempt';
  /** The evidence that supports it; undefined where none does. */
  readonly by: Evidence | undefined;
  /** In the passage itself, in the rest of its sentence, or in the record of its source. */
  readonly where?: 'passage' | 'sentence' | 'record';
}

/** A comparison, and what it found wrong. */
export type Compared = Comparison & { readonly fact?: Fact & { readonly ruleId: StatementRule } };

/** A comparison, and where it is in its part. */
export type Placed = Span & { readonly compared: Compared };
