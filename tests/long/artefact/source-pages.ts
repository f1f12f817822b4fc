import type { Original } from './original.ts';
import { around, attribute, classesOf, elementsIn, type Page, stretchesOf, textOf } from './page.ts';
import type { Fault, Findings, Site } from './site.ts';

/** A stretch of the raw text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The page of a source, aligned with its raw text. */
export interface SourcePage {
  readonly page: Page;
  readonly original: Original;
  /** The stretches of the raw text whose characters have a class, in order. */
  readonly stretchesOf: (name: string) => readonly Stretch[];
  /** The rules of its style sheets that light up a class for a target, as `target class`. */
  readonly lights: ReadonlySet<string>;
}

/** What a page prints of a line, and where each character is in the raw text; -1 for the mark of a gap. */
interface PrintedLine {
  readonly text: string;
  readonly at: readonly number[];
}

const GAP = '[…]';
/** A highlighting rule: what is in an element with the first class, if there is one, is highlighted for the target. */
const LIT = /(?:\.([\w-]+))?:has\(#([\w-]+):target\) \.([\w-]+)(?=[,{])/g;

/** Compare the page of each source with its raw text, line by line. */
export function readSourcePages({ files, pages, originals }: Pick<Site, 'files' | 'pages' | 'originals'>): {
  sourcePages: ReadonlyMap<string, SourcePage>;
  findings: Findings;
} {
  const faults: Fault[] = [];
  const sourcePages = new Map<string, SourcePage>();
  let lines = 0;
  for (const [id, original] of originals) {
    const file = `sources/${id}/index.html`;
    const page = pages.get(file);
    if (!page) {
      faults.push({ where: file, fact: 'a source without a page' });
      continue;
    }
    const stretches = new Map<string, Stretch[]>();
    for (const [number, span] of original.lines.entries()) {
      if (!span) continue;
      const expected = printedLine(original, span);
      const words = wordsOfLine(page, number);
      if (words.length === 0) {
        if (expected && original.isShownWhole) faults.push({ where: `${file}#L${number}`, fact: 'a line is missing' });
        continue;
      }
      lines += 1;
      if (words.map(textOf).join() !== expected?.text) {
        faults.push({ where: `${file}#L${number}`, fact: 'the line is not that of the raw text' });
        continue;
      }
      for (const line of words) layOver(line, expected, stretches);
    }
    const lights = new Set(
      [...stylesOf(page, files).matchAll(LIT)].flatMap(([, scope, target = '', name = '']) =>
        isReached(page, scope, target, name) ? `${target} ${name}` : [],
      ),
    );
    sourcePages.set(id, { page, original, stretchesOf: (name) => stretches.get(name) ?? [], lights });
  }
  return { sourcePages, findings: { counts: { 'lines of sources, exact': lines }, faults } };
}

/** Write a line as it may be printed; undefined where none of it may be. */
export function printedLine({ raw, isHidden }: Original, { start, end }: Stretch): PrintedLine | undefined {
  let text = '';
  const at: number[] = [];
  for (let offset = start; offset < end; offset++) {
    if (!isHidden(offset)) {
      text += raw[offset];
      at.push(offset);
    } else if (offset === start || !isHidden(offset - 1)) {
      text += GAP;
      at.push(...[...GAP].map(() => -1));
    }
  }
  const isAbsent = end > start ? at.every((offset) => offset === -1) : isHidden(start);
  return isAbsent ? undefined : { text, at };
}

function wordsOfLine(page: Page, number: number) {
  return (page.withId.get(`L${number}`) ?? []).flatMap((line) =>
    elementsIn(line).filter((element) => classesOf(element).includes('words')),
  );
}

/** Note where in the raw text the characters of each class are. */
function layOver(
  line: Parameters<typeof stretchesOf>[0],
  { at }: PrintedLine,
  stretches: Map<string, Stretch[]>,
): void {
  let printed = 0;
  for (const { text, holders } of stretchesOf(line)) {
    const start = at[printed] ?? -1;
    const end = (at[printed + text.length - 1] ?? -1) + 1;
    printed += text.length;
    for (const name of new Set(holders.flatMap(classesOf))) {
      stretches.set(name, [...(stretches.get(name) ?? []), { start, end }]);
    }
  }
}

/** The style sheets of the sources that the page names: highlighting rules are nowhere else. */
function stylesOf(page: Page, files: Site['files']): string {
  return page.elements
    .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet')
    .map((element) => attribute(element, 'href') ?? '')
    .filter((href) => href.includes('/sources/'))
    .map((href) => files.get(href.replace(/^.*(?=\/sources\/)\//, ''))?.toString('utf8') ?? '')
    .join('\n');
}

/**
 * Does a rule highlight its target and all elements with the class? They must then be in one element of its scope.
 */
function isReached(page: Page, scope: string | undefined, target: string, name: string): boolean {
  const [targets, words] = [page.withId.get(target) ?? [], page.withClass.get(name) ?? []];
  if (targets.length === 0 || words.length === 0) return false;
  if (scope === undefined) return true;
  const scopes = [...targets, ...words].map((element) => around(element, (outer) => classesOf(outer).includes(scope)));
  return scopes[0] !== undefined && new Set(scopes).size === 1;
}

/** The ids that notes may lead to: an empty place before the words. */
export function landingsOf({ page }: SourcePage): string[] {
  return (page.withClass.get('landing') ?? []).flatMap((element) => attribute(element, 'id') ?? []);
}
