import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Original, readOriginal } from './original.ts';
import { type Page, parsePage } from './page.ts';

/** The bytes of each file below a folder, by its path with `/`, sorted. */
export type Files = ReadonlyMap<string, Buffer>;

/** A built site and the raw files that it was built from: all that the checks of this folder know. */
export interface Site {
  readonly files: Files;
  /** By file. */
  readonly pages: ReadonlyMap<string, Page>;
  /** By id. */
  readonly originals: ReadonlyMap<string, Original>;
  /** Where the site says that it is: the canonical address of its home page, without the last slash. */
  readonly home: string;
}

/** Something wrong, and where. It never contains words that are not published. */
export interface Fault {
  /** A file, with the id of a place in it where there is one. */
  readonly where: string;
  readonly fact: string;
}

/** What a check looked at, by name of the thing, and what it found. */
export interface Findings {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
}

/** Read all files below a folder. */
export function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Parse a built site. `sources` are raw texts and records. */
export function readSite(files: Files, sources: Files): Site {
  // What only leads elsewhere has nothing to prove.
  const isPage = (file: string, bytes: Buffer) => file.endsWith('.html') && !bytes.includes('http-equiv="refresh"');
  const pages = new Map(
    [...files].flatMap(([file, bytes]) => (isPage(file, bytes) ? [[file, pageOf(file, bytes)] as const] : [])),
  );
  const canonical =
    /<link rel="canonical" href="([^"]*)"/.exec(files.get('index.html')?.toString('utf8') ?? '')?.[1] ?? '';
  return { files, pages, originals: originalsIn(sources), home: canonical.replace(/\/$/, '') };
}

/** Sites that share files share their pages, and those that share sources what was read of these. */
const parsed = new WeakMap<Buffer, Page>();
const read = new WeakMap<Files, ReadonlyMap<string, Original>>();

function originalsIn(sources: Files): ReadonlyMap<string, Original> {
  const known = read.get(sources);
  if (known) return known;
  const originals = new Map(
    [...sources].flatMap(([name, bytes]) => {
      const id = /^([^/]+)\.txt$/.exec(name)?.[1];
      const record = sources.get(`${id}.yaml`);
      return id && record ? [[id, readOriginal(id, bytes, record.toString('utf8'))] as const] : [];
    }),
  );
  read.set(sources, originals);
  return originals;
}

function pageOf(file: string, bytes: Buffer): Page {
  const known = parsed.get(bytes);
  if (known) return known;
  const page = parsePage(file, bytes.toString('utf8'));
  parsed.set(bytes, page);
  return page;
}

/** The file that is served at a whole address of the site. */
export function fileAt({ home }: Site, address: string): string {
  return decodeURIComponent(address.replace(/[?#].*/s, '').slice(home.length + 1)).replace(/(^|\/)$/, '$1index.html');
}

/** Letters and signs alone: white space never matters. */
export function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
