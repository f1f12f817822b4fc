import { relative, sep } from 'node:path';
import type { Root } from 'mdast';
import { Memory } from '#check/memory.ts';
import { type Corpus, documentsOf } from '#check/model.ts';
import { blankFrontMatter } from '#document/document.ts';
import { changedFiles } from '#io/changed-files.ts';
import { sha256 } from '#io/digest.ts';
import { lastCommitDay } from '#io/git-history.ts';
import { readCorpus } from '#io/read-corpus.ts';
import type { CheckedNotes } from '#markdown/remark-citations.ts';
import type { CheckedElements } from '#markdown/remark-elements.ts';
import type { DocumentNames } from '#markdown/remark-names.ts';
import { isError, type Report } from '#problem/problem.ts';
import { firstMentions } from '#publication/first-mentions.ts';
import { type Publication, publish } from '#publication/publication.ts';

/** The outcome of the check, kept for one build or one dev server. */
export interface CheckedProject {
  readonly checked: () => { readonly corpus: Corpus; readonly report: Report };
  readonly report: () => Report;
  readonly publication: () => Publication;
  /** A new copy of the syntax tree of the checked text of an article, by its slug. */
  readonly treeOf: (slug: string) => Root;
  /** Read everything again, and check what changed. */
  readonly recheck: () => void;
  /** The files that differ from the checked ones, by their paths from the root. */
  readonly changedSince: () => readonly string[];
  /** See `Options` of `remarkCitations` and of `remarkElements`. */
  readonly checkedOf: (path: string, text: string) => CheckedNotes & CheckedElements;
  /** See `Options` of `remarkNames`. */
  readonly namesOf: (path: string) => DocumentNames;
}

/**
 * Check the project below `root`. A text that differs from the checked one is an error if `mode` is `build`, since
 * pages would mix two states; in dev it is an edit that the watcher has not reported yet.
 */
export function checkProject(root: string, mode: 'build' | 'dev'): CheckedProject {
  const memory = new Memory();
  let state = read(root, memory);

  const recheck = () => {
    state = read(root, memory);
  };
  const fileOf = (path: string) => relative(root, path).split(sep).join('/');

  return {
    checked: () => state,
    report: () => state.report,
    publication: () => state.publication(),
    treeOf: (slug) => {
      const tree = state.trees.get(`content/articles/${slug}.mdx`);
      if (!tree) throw new Error(`Cannot find the article ${slug}`);
      return structuredClone(tree);
    },
    recheck,
    changedSince: () => changedFiles(root, state.digests),
    checkedOf: (path, text) => {
      const file = fileOf(path);
      if (state.texts.get(file) !== text) {
        if (mode === 'build') throw new Error(`\`${file}\` was changed while the site was built; build it again`);
        recheck();
      }
      const { articles, themes, pages } = state.publication();
      const document = [...articles, ...themes, ...pages].find((one) => one.file === file);
      const { notes, events, charts } = document ?? { notes: [], events: [], charts: [] };
      return { notes, events, charts, isDraft: state.report.problems.some(isError) };
    },
    namesOf: (path) => {
      const file = fileOf(path);
      const publication = state.publication();
      const own = publication.pages.find((page) => page.file === file)?.address;
      return { links: firstMentions(publication, file), entries: publication.names.filter(({ page }) => page === own) };
    },
  };
}

function read(root: string, memory: Memory) {
  /** SHA-256, by file. */
  const digests = new Map<string, string>();
  const trees = new Map<string, Root>();
  const { corpus, report } = readCorpus(root, {
    memory,
    onFile: (file, bytes) => digests.set(file, sha256(bytes)),
    onTree: (file, tree) => trees.set(file, tree),
  });
  /** The checked texts, front matter blanked, by file. */
  const texts = new Map(documentsOf(corpus).map(({ document }) => [document.file, blankFrontMatter(document.text)]));
  let published: Publication | undefined;
  const publication = () => {
    published ??= publish(corpus, lastCommitDay(root), memory);
    return published;
  };
  return { corpus, report, publication, texts, trees, digests };
}
