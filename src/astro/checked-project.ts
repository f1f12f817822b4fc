import { relative, sep } from 'node:path';
import type { Root } from 'mdast';
import { Memory } from '#check/memory.ts';
import { type Corpus, documentsOf } from '#check/model.ts';
import { blankFrontMatter } from '#document/document.ts';
import { changedFiles } from '#io/changed-files.ts';
import { sha256 } from '#io/digest.ts';
import { lastCommitDay } from '#io/git-history.ts';
import { type ReadOptions, readCorpus } from '#io/read-corpus.ts';
import type { CheckedDocument, Options } from '#markdown/checked-document.ts';
import { linkAddresses } from '#markdown/link-addresses.ts';
import { isError, type Report } from '#problem/problem.ts';
import { firstMentions } from '#publication/first-mentions.ts';
import { type Publication, publish } from '#publication/publication.ts';

/** The outcome of the check, kept for one build or one dev server. */
export interface CheckedProject extends Options {
  readonly checked: () => { readonly corpus: Corpus; readonly report: Report };
  readonly report: () => Report;
  /** The drafts that the site is built without, by their paths from the root. */
  readonly leftOut: () => ReadonlySet<string>;
  readonly publication: () => Publication;
  /** A new copy of the syntax tree of a checked document, its links with addresses, by its path from the root. */
  readonly treeOf: (file: string) => Root;
  /** Read everything again, and check what changed. */
  readonly recheck: () => void;
  /** The files that differ from the checked ones, by their paths from the root. */
  readonly changedSince: () => readonly string[];
}

/**
 * Check the project below `root`. A text that differs from the checked one is an error if `mode` is `build`, since
 * pages would mix two states; in dev it is an edit that the watcher has not reported yet.
 */
export function checkProject(root: string, mode: 'build' | 'dev'): CheckedProject {
  const options = { memory: new Memory(), withDrafts: mode === 'dev' };
  let state = read(root, options);

  const recheck = () => {
    state = read(root, options);
  };
  const leftOut = () => (mode === 'build' ? state.drafts : new Set<string>());
  const treeOf = (file: string) => {
    const tree = state.trees.get(file);
    if (!tree) throw new Error(`\`${file}\` cannot be rendered before it can be parsed`);
    return linkAddresses(structuredClone(tree), state.corpus.site.base);
  };

  return {
    checked: () => state,
    report: () => state.report,
    leftOut,
    publication: () => state.publication(),
    treeOf,
    recheck,
    changedSince: () => changedFiles(root, state.digests),
    documentOf: (path, text) => {
      const file = relative(root, path).split(sep).join('/');
      if (leftOut().has(file)) return NOTHING;
      if (state.texts.get(file) !== text) {
        if (mode === 'build') throw new Error(`\`${file}\` was changed while the site was built; build it again`);
        recheck();
      }
      const publication = state.publication();
      const { articles, themes, pages, names } = publication;
      const document = [...articles, ...themes, ...pages].find((one) => one.file === file);
      const { notes, events, charts, headings } = document ?? { notes: [], events: [], charts: [], headings: [] };
      const entries = names.filter(({ page }) => page === document?.address);
      const hasProblems = state.report.problems.some((problem) => isError(problem) || problem.inDraft);
      const links = firstMentions(publication, file);
      return { tree: treeOf(file), notes, events, charts, links, headings, entries, hasProblems };
    },
  };
}

/** Of a document that is not built. */
const NOTHING: CheckedDocument = {
  ...{ notes: [], events: [], charts: [], headings: [], entries: [] },
  tree: { type: 'root', children: [] },
  links: new Map(),
  hasProblems: false,
};

function read(root: string, options: ReadOptions) {
  /** SHA-256, by file. */
  const digests = new Map<string, string>();
  const trees = new Map<string, Root>();
  const { corpus, report, drafts } = readCorpus(root, {
    ...options,
    onFile: (file, bytes) => digests.set(file, sha256(bytes)),
    onTree: (file, tree) => trees.set(file, tree),
  });
  /** The checked texts, front matter blanked, by file. */
  const texts = new Map(documentsOf(corpus).map(({ document }) => [document.file, blankFrontMatter(document.text)]));
  let published: Publication | undefined;
  const publication = () => {
    published ??= publish(corpus, lastCommitDay(root));
    return published;
  };
  return { corpus, report, drafts, publication, texts, trees, digests };
}
