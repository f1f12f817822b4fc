import type { Span } from './location.ts';

const MARKER = /^(<{7}|\|{7}|>{7})(?: .*)?\r?$/gm;

/** The lines with which Git marks where each unresolved merge conflict begins; without any, its other lines. */
export function findMergeConflicts(text: string): Span[] {
  const found = [...text.matchAll(MARKER)].map(({ 0: line, 1: mark = '', index }) => ({
    isBeginning: mark.startsWith('<'),
    start: index,
    end: index + line.trimEnd().length,
  }));
  const beginnings = found.filter(({ isBeginning }) => isBeginning);
  return (beginnings.length > 0 ? beginnings : found.slice(0, 1)).map(({ start, end }) => ({ start, end }));
}
