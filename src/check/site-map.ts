import { noteId, passageId, referenceId } from '#document/anchors.ts';
import { addressOf, type Fragments, type SiteMap } from '#document/links.ts';
import { RULE_IDS } from '#problem/problem.ts';
import type { Source, SourceReading } from '#source/source.ts';
import { spanOfLines } from '#text/location.ts';
import { passagesBySource } from './coverage.ts';
import type { Checked, Corpus, DocumentFile } from './model.ts';

/** What the program serves, whatever the content is. */
export interface Served {
  /**
   * The paths of pages and files, such as `/search/` and `/sources/[id].txt`: `[slug]`, `[theme]`, `[page]`, `[id]` and
   * `[rule]` stand for the names of articles, themes, pages, sources and rules.
   */
  readonly served: readonly string[];
}

interface Site extends Served {
  readonly files: readonly DocumentFile[];
  /** Documents that can be read, drafts included. */
  readonly checked: readonly Checked[];
  readonly readings: readonly SourceReading[];
  /** Without what is not built. */
  readonly corpus: Corpus;
  readonly isBuilt: (file: DocumentFile) => boolean;
}

/** Does a page of the program itself take the address of a document? */
export function isTaken(file: DocumentFile, served: readonly string[]): boolean {
  if (file.slug === 'home') return false;
  // Astro writes `404` to a file of that name.
  return served.some((path) => path.replace(/\.html$/, '/') === addressOf(file));
}

/**
 * List what a site serves. A document or source with problems of its own can still be linked to, with any fragment: one
 * cause, one problem.
 */
export function mapSite({ served, files, checked, readings, corpus, isBuilt }: Site): SiteMap {
  const addresses = new Map<string, Fragments>();
  const add = (address: string, fragments: Fragments) => addresses.set(address, fragments);
  const inFolder = (folder: DocumentFile['folder']) =>
    files.filter((file) => file.folder === folder && isBuilt(file)).map(({ slug }) => slug);
  const sources = readings.filter(({ source }) => !source || corpus.sources.includes(source));
  const names: Readonly<Record<string, readonly string[]>> = {
    slug: inFolder('articles'),
    theme: inFolder('themes'),
    page: inFolder('pages').filter((slug) => slug !== 'home'),
    id: sources.map(({ id }) => id),
    rule: RULE_IDS,
  };
  for (const path of served) {
    const [variable, name = ''] = /\[(\w+)\]/.exec(path) ?? [];
    const paths = variable === undefined ? [path] : (names[name] ?? []).map((one) => path.replace(variable, one));
    for (const address of paths) add(address, NO_FRAGMENTS);
  }

  const cited = passagesBySource(corpus);
  for (const { id, source } of readings) {
    const passages = (cited.get(id) ?? []).map(passageId);
    const has = (fragment: string) => !source || isLine(fragment, source) || passages.includes(fragment);
    add(`/sources/${id}/`, {
      has,
      names: [],
      isUnbuilt: source !== undefined && !sources.some((one) => one.id === id),
    });
  }
  for (const file of files) add(addressOf(file), { has: () => true, names: [], isUnbuilt: !isBuilt(file) });
  for (const { document, address, footnotes, events } of checked) {
    const names = [...document.headings, ...events].map(({ id }) => id);
    const notes = footnotes.flatMap(({ identifier, statements }) => [
      noteId(identifier),
      ...statements.map((_, index) => referenceId(identifier, index + 1)),
    ]);
    const all = new Set([...names, ...notes]);
    add(address, {
      has: (fragment) => all.has(fragment),
      names,
      isUnbuilt: addresses.get(address)?.isUnbuilt ?? false,
    });
  }
  return { home: new URL(corpus.site.base, corpus.site.address), addresses };
}

/** Add the addresses of which each leads on to another one. */
export function withMoved({ home, addresses }: SiteMap, moved: readonly string[]): SiteMap {
  return { home, addresses: new Map([...moved.map((address) => [address, NO_FRAGMENTS] as const), ...addresses]) };
}

const NO_FRAGMENTS: Fragments = { has: () => false, names: [] };

/** Is it the fragment of a line that the page of the source shows? Unprinted lines are one, at the first of them. */
function isLine(fragment: string, { lines, raw, regions }: Source): boolean {
  const line = Number(/^L([1-9]\d*)$/.exec(fragment)?.[1]);
  const span = spanOfLines(lines, raw.length, line, line);
  if (!span) return false;
  return !regions.some(({ printed, start, end }) => !printed && start < span.start && span.end <= end);
}
