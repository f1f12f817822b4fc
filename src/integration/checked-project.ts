import { relative, sep } from 'node:path';
import type { Checked } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { type Publication, publish } from '#corpus/publication.ts';
import type { PublishedNote } from '#corpus/publish-note.ts';
import { readCorpus } from '#io/read-corpus.ts';
import type { CheckedNotes } from '#markdown/remark-citations.ts';
import type { Report } from '#problem/problem.ts';

/** What the check found, held for one build or one dev server. */
export interface CheckedProject {
  readonly report: () => Report;
  readonly publication: () => Publication;
  /** Read and check everything anew. */
  readonly recheck: () => Report;
  /** See `Options` of `remarkCitations`. */
  readonly notesOf: (path: string, text: string) => CheckedNotes;
}

interface State {
  readonly report: Report;
  readonly publication: Publication;
  /** The text that was checked, by file. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Check the project below `root`. `mode` tells what to do with a text that differs from the one that was checked: in a
 * build that is a fault, since pages would mix two states; in dev it is an edit that the watcher has not told of yet.
 */
export function checkProject(root: string, mode: 'build' | 'dev'): CheckedProject {
  let state = read(root);

  const recheck = () => {
    state = read(root);
    return state.report;
  };

  return {
    report: () => state.report,
    publication: () => state.publication,
    recheck,
    notesOf: (path, text) => {
      const file = relative(root, path).split(sep).join('/');
      if (state.texts.get(file) !== text) {
        if (mode === 'build') throw new Error(`\`${file}\` was changed while the site was built; build it again`);
        recheck();
      }
      // A build has none: it stopped before.
      return { notes: notesOfFile(state.publication, file), isDraft: state.report.problems.length > 0 };
    },
  };
}

function read(root: string): State {
  const { corpus, report } = readCorpus(root);
  const documents: readonly Checked[] = [...corpus.articles, ...corpus.themes, ...corpus.pages];
  return {
    report,
    publication: publish(corpus),
    texts: new Map(documents.map(({ document }) => [document.file, blankFrontMatter(document.text)])),
  };
}

function notesOfFile({ articles, themes, pages }: Publication, file: string): readonly PublishedNote[] {
  return [...articles, ...themes, ...pages].find((document) => document.file === file)?.notes ?? [];
}
