import { fileURLToPath } from 'node:url';
import { checkCorpus } from '#check/check-corpus.ts';
import type { DocumentFile } from '#check/model.ts';
import { readCorpus } from '#io/read-corpus.ts';
import type { CheckedDocument } from '#markdown/checked-document.ts';
import { type Publication, publish } from '#publication/publication.ts';
import type { Source } from '#source/source.ts';

const SITE = 'name: Storms\naddress: https://storms.example\ntagline: Storms and ships\n';

/** Publish documents and sources in memory. */
export function publicationOf(sources: readonly Source[], files: readonly DocumentFile[], site = SITE): Publication {
  const readings = sources.map((source) => ({ id: source.id, source, problems: [] }));
  return publish(checkCorpus(readings, files, { site }).corpus);
}

/** The articles and sources of this project, whatever it has, and of the second site, and what is published of them. */
export function projects() {
  return ['../', './second-site/'].map((folder) => {
    const { corpus } = readCorpus(fileURLToPath(new URL(folder, import.meta.url)));
    return { corpus, publication: publish(corpus, '2026-11-24') };
  });
}

/** A checked document without anything to render. */
export const EMPTY_DOCUMENT: CheckedDocument = {
  ...{ notes: [], events: [], charts: [], headings: [], entries: [] },
  tree: { type: 'root', children: [] },
  links: new Map(),
  hasProblems: false,
};
