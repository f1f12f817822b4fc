import { DOCUMENTS } from './documents.ts';
import { MATCHING } from './matching.ts';
import type { Property } from './property.ts';
import { SOURCES } from './sources.ts';
import { STATEMENTS } from './statements.ts';
import { TEXTS } from './texts.ts';
import { WITHHELD } from './withheld.ts';

/** All that is tried. */
export const PROPERTIES: readonly Property[] = [
  ...TEXTS,
  ...MATCHING,
  ...STATEMENTS,
  ...SOURCES,
  ...WITHHELD,
  ...DOCUMENTS,
];
