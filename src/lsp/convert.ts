import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Position, Range } from 'vscode-languageserver';
import { type LineIndex, locate, type Place, type Point } from '#text/location.ts';
import type { FoundPlace } from './project.ts';

/** A place in the protocol, whose lines and characters count from 0, in UTF-16 code units. */
export function rangeOf({ start, end }: Place): Range {
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf({ line, column }: Point): Position {
  return { line: line - 1, character: column - 1 };
}

/** The range between two offsets of a text with these lines. */
export function rangeBetween(lines: LineIndex, start: number, end: number): Range {
  return rangeOf({ start: locate(lines, start), end: locate(lines, end) });
}

export function locationOf(root: string, { file, place }: FoundPlace): Location {
  return { uri: uriOf(root, file), range: rangeOf(place) };
}

export function uriOf(root: string, file: string): string {
  return pathToFileURL(join(root, file)).href;
}
