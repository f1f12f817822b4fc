import type { Original } from './original.ts';
import { around, attribute, classesOf, type Element, elementsIn, type Page, textOf } from './page.ts';
import { type Fault, type Findings, type Site, squash } from './site.ts';
import { landingsOf, type SourcePage, type Stretch } from './source-pages.ts';

const READ = 'Read in the source';

/**
 * Follow every note of every page: its link leads to a source, the words that light up there are those that the note
 * prints, they are in the raw file at the line that the note names, and the way back leads to the statement.
 */
export function checkNotes({ pages }: Site, sourcePages: ReadonlyMap<string, SourcePage>): Findings {
  const faults: Fault[] = [];
  const followed = new Set<string>();
  let [citations, references] = [0, 0];
  for (const page of pages.values()) {
    for (const citation of page.withClass.get('citation') ?? []) {
      citations += 1;
      const note = around(citation, hasId);
      const where = `${page.file}#${note ? attribute(note, 'id') : ''}`;
      const { address, faults: found } = checkCitation(citation, sourcePages);
      followed.add(address.replace(/^.*\/sources\/([^/]*)\//, '$1'));
      faults.push(...found.map((fact) => ({ where, fact })));
    }
    const checked = checkReferences(page);
    references += checked.counts['references'] ?? 0;
    faults.push(...checked.faults);
  }
  let passages = 0;
  for (const [id, source] of sourcePages) {
    for (const landing of landingsOf(source)) {
      passages += 1;
      const where = `sources/${id}/index.html#${landing}`;
      if (!followed.has(`${id}#${landing}`)) faults.push({ where, fact: 'no note leads to this passage' });
    }
  }
  return {
    counts: { 'citations followed': citations, 'references with their notes': references, 'passages lit up': passages },
    faults,
  };
}

function checkCitation(
  citation: Element,
  sourcePages: ReadonlyMap<string, SourcePage>,
): { address: string; faults: string[] } {
  const inside = elementsIn(citation);
  const links = inside.filter((element) => element.tagName === 'a' && textOf(element) === READ);
  const address = attribute(links[0] ?? citation, 'href') ?? '';
  if (links.length !== 1) return { address, faults: [`expected one link “${READ}”, found ${links.length}`] };
  const [, path = '', id = '', target = ''] = /^(.*\/sources\/([^/#]+)\/)#(.+)$/.exec(address) ?? [];
  const source = sourcePages.get(id);
  if (!source) return { address, faults: [`\`${address}\` is no place in a source`] };
  const named = inside.find((element) => attribute(element, 'role') === 'doc-biblioref');
  const faults = checkLight(source, target);
  if (!named || attribute(named, 'href') !== path)
    faults.push('the source that is named is not the one that is opened');

  const quoted = inside.find(({ tagName }) => tagName === 'blockquote') ?? citation;
  const parts = elementsIn(quoted).filter(({ tagName }) => tagName === 'q');
  const printed = parts.map((part) => squash(textOf(part)));
  const lit = partsOf(source.original, source.stretchesOf(target));
  const words = lit.map((stretches) =>
    squash(stretches.map((each) => source.original.raw.slice(each.start, each.end)).join('')),
  );
  if (printed.length === 0 || printed.includes('')) faults.push('nothing is quoted');
  if (printed.join('') !== words.join('')) faults.push('the words that light up are not those of the note');
  else if (printed.length !== words.length) faults.push(`${printed.length} parts are quoted, ${words.length} light up`);

  const [first, last] = [lit[0]?.[0], lit.at(-1)?.at(-1)];
  if (first && last) {
    faults.push(...checkContext(quoted, parts, source.original, { start: first.start, end: last.end }));
    faults.push(...checkLines(inside, source.original, { start: first.start, end: last.end }));
  }
  return { address, faults };
}

/** The place is there once, and lights up its own words and nothing else. */
function checkLight({ page, lights }: SourcePage, target: string): string[] {
  const places = page.withId.get(target) ?? [];
  const own = [...lights].filter((rule) => rule.startsWith(`${target} `));
  return [
    ...(places.length === 1 ? [] : [`\`#${target}\` is there ${places.length} times`]),
    ...(own.length === 1 && own[0] === `${target} ${target}` ? [] : [`\`#${target}\` does not light up its words`]),
  ];
}

/** Split stretches where more than white space and page furniture is between them: words are left out there. */
function partsOf(original: Original, stretches: readonly Stretch[]): Stretch[][] {
  const parts: Stretch[][] = [];
  let end: number | undefined;
  for (const stretch of stretches) {
    const isNext = end !== undefined && citable(original, { start: end, end: stretch.start }) === '';
    if (isNext) parts.at(-1)?.push(stretch);
    else parts.push([stretch]);
    end = stretch.end;
  }
  return parts;
}

/** The characters of a stretch without white space and page furniture. */
export function citable({ raw, isFurniture }: Original, { start, end }: Stretch): string {
  let text = '';
  for (let at = start; at < end; at++) if (!isFurniture(at)) text += raw[at];
  return squash(text);
}

/** What the note prints around its words is around them in the raw text. */
function checkContext(quoted: Element, parts: readonly Element[], original: Original, whole: Stretch): string[] {
  const inside = elementsIn(quoted);
  const [first, last] = [inside.indexOf(parts[0] ?? quoted), inside.indexOf(parts.at(-1) ?? quoted)];
  return inside.flatMap((element, index) => {
    if (!classesOf(element).includes('context')) return [];
    const text = squash(textOf(element));
    const stands =
      index < first
        ? citable(original, { start: 0, end: whole.start }).endsWith(text)
        : index > last && citable(original, { start: whole.end, end: original.raw.length }).startsWith(text);
    return stands ? [] : ['the words around the quotation do not stand around it in the source'];
  });
}

function checkLines(inside: readonly Element[], { lines }: Original, { start, end }: Stretch): string[] {
  const origin = inside.find((element) => classesOf(element).includes('origin'));
  const [, from, to = from] = /, lines? (\d+)(?:–(\d+))?\.$/.exec(origin ? textOf(origin) : '') ?? [];
  const numberOf = (offset: number) => lines.findIndex((line) => line && line.start <= offset && offset <= line.end);
  const expected = [numberOf(start), numberOf(end - 1)];
  return Number(from) === expected[0] && Number(to) === expected[1]
    ? []
    : [`the words stand on lines ${expected.join(' to ')}, the note says ${from} to ${to}`];
}

/**
 * Each number in the text leads to a note with a citation, both as a link and as a button, and the note leads back to
 * it.
 */
function checkReferences(page: Page): Findings {
  const faults: Fault[] = [];
  const links = page.elements.filter((element) => attribute(element, 'role') === 'doc-noteref');
  for (const link of links) {
    const holder = around(link, hasId);
    const own = holder ? (attribute(holder, 'id') ?? '') : '';
    const fault = (fact: string) => faults.push({ where: `${page.file}#${own}`, fact });
    const target = attribute(link, 'href')?.replace(/^#/, '') ?? '';
    const [note] = page.withId.get(target) ?? [];
    const inside = note ? elementsIn(note) : [];
    const isNote = inside.some((element) => classesOf(element).includes('citation') && around(element, hasId) === note);
    if (!isNote) fault('the number leads to no citation');
    const back = inside.filter((element) => attribute(element, 'role') === 'doc-backlink');
    if (!back.some((element) => attribute(element, 'href') === `#${own}`)) fault('the note does not lead back');
    const buttons = holder ? elementsIn(holder).filter(({ tagName }) => tagName === 'button') : [];
    if (buttons.some((button) => attribute(button, 'popovertarget') !== target)) fault('the button opens another note');
  }
  for (const note of page.elements.filter((element) => attribute(element, 'id')?.startsWith('note-fn-'))) {
    const id = attribute(note, 'id') ?? '';
    if (!links.some((link) => attribute(link, 'href') === `#${id}`))
      faults.push({ where: `${page.file}#${id}`, fact: 'no number leads to this note' });
  }
  return { counts: { references: links.length }, faults };
}

function hasId(element: Element): boolean {
  return attribute(element, 'id') !== undefined;
}
