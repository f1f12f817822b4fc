import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCorpus } from '#io/read-corpus.ts';
import { isError, type Problem } from '#problem/problem.ts';
import type { Random } from './random.ts';
import { type Sample, type Tally, type Trial, tallyOf } from './tally.ts';

/** A change of files below the root, one file or folder at a time; gives the names that a problem has to report. */
type Change = (root: string, file: string, random: Random) => readonly string[];

/** Move the file outside the project and put a link in its place. */
const link: Change = (root, file) => {
  const outside = join(`${root}-outside`, file);
  mkdirSync(dirname(outside), { recursive: true });
  renameSync(join(root, file), outside);
  symlinkSync(outside, join(root, file));
  return [file];
};

const bytes =
  (change: (bytes: Buffer, random: Random) => Buffer): Change =>
  (root, file, random) => {
    writeFileSync(join(root, file), change(readFileSync(join(root, file)), random));
    return [file];
  };

const insert = (more: readonly number[]) =>
  bytes((bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]);
  });

/** Hide a file of a source: the other one is reported. */
const hide =
  (other: string): Change =>
  (root, file) => {
    renameSync(join(root, file), join(root, file.replace('/', '/.')));
    return [file.replace(/\.\w+$/, other)];
  };

/** Add a second source under a name that a person could mistake for that of the first. */
const twin =
  (name: (id: string) => string): Change =>
  (root, file) => {
    const id = file.replace(/^sources\/|\.yaml$/g, '');
    const [text, record] = [`sources/${name(id)}.txt`, `sources/${name(id)}.yaml`];
    cpSync(join(root, `sources/${id}.txt`), join(root, text));
    writeFileSync(join(root, record), readFileSync(join(root, file), 'utf8').replace(/^id: .*/m, `id: ${name(id)}`));
    return [text, record];
  };

/** Each of these is done to every file of its kind: all must be caught. */
const FAULTS: Readonly<Record<string, { kind: RegExp; change: Change }>> = {
  'raw text a symbolic link': { kind: /^sources\/.*\.txt$/, change: link },
  'record a symbolic link': { kind: /^sources\/.*\.yaml$/, change: link },
  'document a symbolic link': { kind: /^content\/.*\.mdx$/, change: link },
  'folder of documents a symbolic link': { kind: /^content\/\w+$/, change: link },
  'folder of the sources a symbolic link': { kind: /^sources$/, change: link },
  'folder of the content a symbolic link': { kind: /^content$/, change: link },
  'symbolic link that leads nowhere': {
    kind: /^sources\/.*\.txt$/,
    change: (root, file) => {
      rmSync(join(root, file));
      symlinkSync('/nowhere/at/all', join(root, file));
      return [file];
    },
  },
  'symbolic link to a file of the project': {
    kind: /^sources\/.*\.txt$/,
    change: (root, file) => {
      symlinkSync(join(root, file), join(root, file.replace('.txt', '-2.txt')));
      return [file.replace('.txt', '-2.txt')];
    },
  },
  'symbolic link to the folder itself': {
    kind: /^sources$/,
    change: (root, file) => {
      symlinkSync('.', join(root, file, 'again'));
      return [`${file}/again`];
    },
  },
  'record whose id differs in case only': {
    kind: /^sources\/.*\.yaml$/,
    change: twin((id) => id.charAt(0).toUpperCase() + id.slice(1)),
  },
  'record whose id differs in a homoglyph only': {
    kind: /^sources\/.*\.yaml$/,
    change: twin((id) => id.replace('e', 'е').replace('s', 'ѕ')),
  },
  'record in a folder': {
    kind: /^sources\/.*\.yaml$/,
    change: (root, file) => {
      const inside = file.replace('sources/', 'sources/more/');
      mkdirSync(join(root, 'sources/more'), { recursive: true });
      renameSync(join(root, file), join(root, inside));
      return [inside];
    },
  },
  'ending of a file in capitals': {
    kind: /^sources\/.*\.\w+$/,
    change: (root, file) => {
      const capitals = file.replace(/\.\w+$/, (ending) => ending.toUpperCase());
      renameSync(join(root, file), join(root, capitals));
      return [capitals];
    },
  },
  'raw text hidden': { kind: /^sources\/.*\.txt$/, change: hide('.yaml') },
  'record hidden': { kind: /^sources\/.*\.yaml$/, change: hide('.txt') },
  'document in another folder': {
    kind: /^content\/articles\/.*\.mdx$/,
    change: (root, file) => {
      const other = file.replace('/articles/', '/drafts/');
      mkdirSync(join(root, 'content/drafts'), { recursive: true });
      renameSync(join(root, file), join(root, other));
      return [other];
    },
  },
  'document in plain Markdown': {
    kind: /^content\/.*\.mdx$/,
    change: (root, file) => {
      const other = file.replace(/x$/, '');
      renameSync(join(root, file), join(root, other));
      return [other];
    },
  },
  'document with a name in capitals': {
    kind: /^content\/.*\.mdx$/,
    change: (root, file) => {
      const other = file.replace(/\/(\w)(?=[^/]*$)/, (letter) => letter.toUpperCase());
      renameSync(join(root, file), join(root, other));
      return [other];
    },
  },
  'document with NUL': { kind: /^content\/.*\.mdx$/, change: insert([0]) },
  'document with a byte order mark': {
    kind: /^content\/.*\.mdx$/,
    change: bytes((bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  },
  'document with a byte that is none of UTF-8': { kind: /^content\/.*\.mdx$/, change: insert([0xff]) },
  'document with an overlong letter': { kind: /^content\/.*\.mdx$/, change: insert([0xc1, 0x81]) },
  'document with half of a pair': { kind: /^content\/.*\.mdx$/, change: insert([0xed, 0xa0, 0x80]) },
  'document in UTF-16': {
    kind: /^content\/.*\.mdx$/,
    change: bytes((bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le')),
  },
  'record with NUL': { kind: /^sources\/.*\.yaml$/, change: insert([0]) },
  'record with a byte that is none of UTF-8': { kind: /^sources\/.*\.yaml$/, change: insert([0xff]) },
  'record with a byte order mark': {
    kind: /^sources\/.*\.yaml$/,
    change: bytes((bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  },
};

/**
 * Make each change in a copy of the project on the disk, and check that as `npm run check` does. What concerns many
 * files is made in all of them at once, each of which must be reported.
 */
export function tryFiles(home: string, random: Random, sample: Sample): Tally[] {
  return Object.entries(FAULTS).map(([name, { kind, change }]) => {
    const root = mkdtempSync(join(tmpdir(), 'faults-'));
    for (const part of ['content', 'sources']) cpSync(join(home, part), join(root, part), { recursive: true });
    const files = ['content', 'sources', ...listNames(root)].filter((file) => kind.test(file));
    // Moving a document leaves the next one of its folder as it is.
    const broken = sample(files).map((file) => ({ file, names: change(root, file, random) }));
    const { problems } = readCorpus(root).report;
    const trials = broken.map(({ file, names }): Trial => ({ label: file, isReported: isToldOf(names, problems) }));
    rmSync(root, { recursive: true, force: true });
    rmSync(`${root}-outside`, { recursive: true, force: true });
    return tallyOf(name, trials, 'reported');
  });
}

function listNames(root: string): string[] {
  return ['content', 'sources'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
  );
}

function isToldOf(names: readonly string[], problems: readonly Problem[]): boolean {
  return problems.some((problem) => names.includes(problem.file) && isError(problem));
}
