import { relative, sep } from 'node:path';
import type { Root } from 'mdast';
import type { Checked, Corpus } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { firstMentions } from '#corpus/first-mentions.ts';
import { Memory } from '#corpus/memory.ts';
import { type Publication, publish } from '#corpus/publication.ts';
import { changedFiles, type Digests, digestOf } from '#io/changed-files.ts';
import { hasFastPaths } from '#io/fast-paths.ts';
import { lastCommitDay } from '#io/git-history.ts';
import { parseDocument, readCorpus } from '#io/read-corpus.ts';
import type { CheckedNotes } from '#markdown/remark-citations.ts';
import type { CheckedElements } from '#markdown/remark-elements.ts';
import type { DocumentNames } from '#markdown/remark-names.ts';
import { canSetBody, setBody } from '#markdown/set-body.ts';
import { isError, type Report } from '#problem/problem.ts';

/** What the check found, held for one build or one dev server. */
export interface CheckedProject {
  readonly checked: () => { readonly corpus: Corpus; readonly report: Report };
  readonly report: () => Report;
  readonly publication: () => Publication;
  /** The syntax tree of the text of an article that was checked, by its slug: a new one for each call. */
  readonly treeOf: (slug: string) => Root;
  /** The body of a document as HTML; undefined for one that is left to MDX. */
  readonly bodyOf: (file: string) => string | undefined;
  /** What the body of a document is made of besides its part of the publication, as a digest. */
  readonly groundsOf: (file: string) => string;
  /** The documents that are left to MDX. */
  readonly modules: () => readonly string[];
  /** Read everything anew, and check what that has changed. */
  readonly recheck: () => Report;
  /** Which files are not what was checked, by their paths from the root. */
  readonly changedSince: () => readonly string[];
  /** See `Options` of `remarkCitations` and of `remarkElements`. */
  readonly checkedOf: (path: string, text: string) => CheckedNotes & CheckedElements;
  /** See `Options` of `remarkNames`. */
  readonly namesOf: (path: string) => DocumentNames;
}

interface State {
  readonly corpus: Corpus;
  readonly report: Report;
  readonly publication: () => Publication;
  /** The text that was checked, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly digests: Digests;
  /** The syntax tree of a text that was checked, for the caller to change. */
  readonly takeTree: (file: string) => Root;
  /** Can the body of a document be set as HTML here? MDX makes those of all others. */
  readonly isSet: (file: string) => boolean;
}

/**
 * Check the project below `root`. `mode` tells what to do with a text that differs from the one that was checked: in a
 * build that is a fault, since pages would mix two states; in dev it is an edit that the watcher has not told of yet.
 */
export function checkProject(root: string, mode: 'build' | 'dev'): CheckedProject {
  const memory = mode === 'dev' ? new Memory() : undefined;
  let state = read(root, memory);

  const recheck = () => {
    state = read(root, memory);
    return state.report;
  };

  /** A build has no draft: it stopped before. */
  const isDraft = () => state.report.problems.some(isError);
  const fileOf = (path: string) => relative(root, path).split(sep).join('/');

  return {
    checked: () => state,
    report: () => state.report,
    publication: () => state.publication(),
    treeOf: (slug) => state.takeTree(`content/articles/${slug}.mdx`),
    bodyOf: (file) => {
      if (!state.isSet(file)) return undefined;
      const publication = state.publication();
      const checked = { notes: documentOf(publication, file)?.notes ?? [], isDraft: isDraft() };
      return setBody(state.takeTree(file), checked, namesOfFile(publication, file));
    },
    groundsOf: (file) => {
      const { links, entries } = namesOfFile(state.publication(), file);
      return digestOf(Buffer.from(JSON.stringify([state.texts.get(file), [...links], entries, isDraft()])));
    },
    // In dev a document may become one that MDX has to make, while nobody asks for this list again.
    modules: () => [...state.texts.keys()].filter((file) => mode === 'dev' || !state.isSet(file)),
    recheck,
    changedSince: () => changedFiles(root, state.digests),
    checkedOf: (path, text) => {
      const file = fileOf(path);
      if (state.texts.get(file) !== text) {
        if (mode === 'build') throw new Error(`\`${file}\` was changed while the site was built; build it again`);
        recheck();
      }
      const { notes, events, charts } = documentOf(state.publication(), file) ?? { notes: [], events: [], charts: [] };
      return { notes, events, charts, isDraft: isDraft() };
    },
    namesOf: (path) => namesOfFile(state.publication(), fileOf(path)),
  };
}

/** @param memory Of earlier checks, in dev. A build checks once, and can give away the trees of that check. */
function read(root: string, memory: Memory | undefined): State {
  const digests = new Map<string, string>();
  const trees = new Map<string, Root>();
  const { corpus, report } = readCorpus(root, {
    onFile: (file, bytes) => digests.set(file, digestOf(bytes)),
    ...(memory ? { memory } : { onTree: (file, tree) => trees.set(file, tree) }),
  });
  const documents: readonly Checked[] = [...corpus.articles, ...corpus.themes, ...corpus.pages];
  const texts = new Map(documents.map(({ document }) => [document.file, blankFrontMatter(document.text)]));
  let publication: Publication | undefined;
  const set = new Map<string, boolean>();
  const treeOf = (file: string) => trees.get(file) ?? parse(texts.get(file) ?? '', file);
  const isSet = (file: string) => {
    const known = set.get(file) ?? (hasFastPaths() && texts.has(file) && canSetBody(treeOf(file)));
    set.set(file, known);
    return known;
  };
  return {
    corpus,
    report,
    publication: () => {
      publication ??= publish(corpus, lastCommitDay(root), memory);
      return publication;
    },
    texts,
    digests,
    takeTree: (file) => {
      const tree = treeOf(file);
      trees.delete(file);
      return tree;
    },
    isSet,
  };
}

/** Parse a text that was checked. */
function parse(text: string, file: string): Root {
  const parsed = parseDocument(text, file);
  // The check has read the same text.
  if (!('tree' in parsed)) throw new Error(`Cannot parse \`${file}\``);
  return parsed.tree;
}

function documentOf({ articles, themes, pages }: Publication, file: string) {
  return [...articles, ...themes, ...pages].find((document) => document.file === file);
}

function namesOfFile(publication: Publication, file: string): DocumentNames {
  const own = publication.pages.find((page) => page.file === file)?.address;
  return { links: firstMentions(publication, file), entries: publication.names.filter(({ page }) => page === own) };
}
