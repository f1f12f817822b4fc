import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './list-files.ts';

/** Where this program itself stands. */
const ENGINE = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Tell a state of the project below `root` by one digest (SHA-256, hex): the name and every byte of all that a check reads, what it is
 * read with (this program, its packages, Node), and `more`. No date and no size of a file counts instead of its bytes. Throws where
 * a file can't be read.
 */
export function fingerprint(root: string, more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of [process.version, ...more]) add(hash, part);
  addFiles(hash, ENGINE, PACKAGES);
  for (const { name } of listFiles(ENGINE, 'src'))
    if (['.ts', '.mjs'].includes(extname(name))) addFile(hash, ENGINE, `src/${name}`);
  for (const folder of ['sources', 'content']) addFolder(hash, root, folder);
  return hash.digest('hex');
}

/** Tell a state by all that a build reads: what a check does, and pages, styles and settings. As `fingerprint`. */
export function fingerprintOfBuild(root: string, more: readonly string[]): string {
  return fingerprintOfFolders(root, [...PAGES, 'sources', 'content'], more);
}

/** Tell what a build makes pages with: all that it reads but the texts. As `fingerprint`. */
export function fingerprintOfPages(root: string, more: readonly string[]): string {
  return fingerprintOfFolders(root, PAGES, more);
}

/** The pages of the rules are made of the examples that test them. */
const PAGES = ['src', 'public', 'tests/fixtures/problems'];

function fingerprintOfFolders(root: string, folders: readonly string[], more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of [process.version, ...more]) add(hash, part);
  addFiles(hash, ENGINE, PACKAGES);
  const settings = readdirSync(root).filter((name) => /^\.env(?:\.|$)|\.(?:m?[jt]s|json)$/.test(name));
  addFiles(hash, root, settings.sort());
  for (const folder of folders) if (existsSync(join(root, folder))) addFolder(hash, root, folder);
  return hash.digest('hex');
}

const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

function addFiles(hash: Hash, root: string, files: readonly string[]): void {
  for (const file of files) if (existsSync(join(root, file))) addFile(hash, root, file);
}

function addFolder(hash: Hash, root: string, folder: string): void {
  for (const { name, isLink } of listFiles(root, folder)) {
    const file = `${folder}/${name}`;
    // What a link leads to is never read.
    if (isLink) add(hash, `link ${file}`);
    else addFile(hash, root, file);
  }
}

/** Is something beside the output that a build may have left there? A check brings an earlier site back. */
export function hasLeftovers(root: string): boolean {
  return readdirSync(root).some((name) => name.startsWith('.build-'));
}

function addFile(hash: Hash, root: string, file: string): void {
  add(hash, file);
  add(hash, readFileSync(join(root, file)));
}

/** Each part has its length before it, so that no two lists of parts are the same bytes. */
function add(hash: Hash, part: string | Uint8Array): void {
  hash.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}\0`).update(part);
}
