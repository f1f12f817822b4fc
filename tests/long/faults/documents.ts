import { readFileSync } from 'node:fs';
import { checkCorpus } from '#check/check-corpus.ts';
import type { Corpus, DocumentFile } from '#check/model.ts';
import { checkCitations } from '#citation/check.ts';
import { blankFrontMatter, type Document, readDocument } from '#document/document.ts';
import { SITE_FILE } from '#document/site-settings.ts';
import { listServed } from '#io/list-served.ts';
import { parseMdx } from '#markdown/parse.ts';
import { isError } from '#problem/problem.ts';
import { type Anatomy, dissect, excerpt } from './anatomy.ts';
import type { FootnoteChange } from './footnotes.ts';
import type { Random } from './random.ts';
import { type Expected, type Sample, type Tally, tallyOf } from './tally.ts';
import { documentsOf } from './typed.ts';

const SERVED = { served: listServed(process.cwd()), site: readFileSync(SITE_FILE, 'utf8') };

/** A document of the site, taken apart. */
interface Subject extends Anatomy {
  readonly document: Document;
}

/** Changes of one document, each made alone. `others` are the other documents. */
export type DocumentChange = (subject: Subject, random: Random, others: readonly Subject[]) => readonly string[];

/** The check of one document among the others, which only have to exist: what they say is not looked at. */
interface Judge {
  readonly subjects: readonly Subject[];
  readonly isReported: (subject: Subject, text: string) => boolean;
}

export function judgeOf(corpus: Corpus): Judge {
  const subjects = documentsOf(corpus).map((document) => ({ ...dissect(document.text, document.file), document }));
  const readings = corpus.sources.map((source) => ({ id: source.id, source, problems: [] }));
  const isReported = ({ document, file }: Subject, text: string) => {
    const files = subjects.map((other): DocumentFile => {
      const { folder, slug } = other.document;
      if (other.file !== file) return { folder, slug, file: other.file, text: '', tree: undefined };
      return toFile(document, text);
    });
    // Without a tree nothing else would be reported about it.
    if (files.every(({ tree }) => !tree)) return true;
    const { problems } = checkCorpus(readings, files, SERVED).report;
    return problems.some((problem) => problem.file === file && isError(problem));
  };
  return { subjects, isReported };
}

/** Make each change in each footnote of the site, alone with the block that refers to it, and check its citations. */
export function tryFootnotes(
  corpus: Corpus,
  { subjects }: Judge,
  changes: Readonly<Record<string, FootnoteChange>>,
  expected: Expected,
  random: Random,
  sample: Sample,
): Tally[] {
  const sourcesById = new Map(corpus.sources.map((source) => [source.id, source]));
  const isReported = (text: string) => {
    const parsed = parseMdx(text, 'a.mdx');
    return !('tree' in parsed) || checkCitations(parsed.tree, text, 'a.mdx', sourcesById).problems.some(isError);
  };
  const everything = subjects.flatMap((subject) =>
    subject.footnotes.map(({ identifier }) => ({ subject, identifier })),
  );
  const excerpts = sample(everything).flatMap(({ subject, identifier }) => {
    const alone = excerpt(subject, identifier);
    return alone ? [{ alone, identifier }] : [];
  });
  return Object.entries(changes).map(([name, change]) => {
    const trials = excerpts.flatMap(({ alone, identifier }) => {
      const footnote = alone.footnotes.find((footnote) => footnote.identifier === identifier);
      const text = footnote && change(alone, footnote, random);
      if (text === undefined || text === alone.text) return [];
      return { label: `${alone.file}: ${footnote?.label}`, isReported: isReported(text) };
    });
    return tallyOf(name, trials, expected);
  });
}

/** Make each change in one footnote of each document, and check the whole document. */
export function footnoteInDocument(change: FootnoteChange): DocumentChange {
  return (subject, random) => {
    const footnote = subject.footnotes[random.below(subject.footnotes.length)];
    const text = footnote && change(subject, footnote, random);
    return text === undefined || text === subject.text ? [] : [text];
  };
}

/** Make each change in each document, and check that among all others. */
export function tryDocuments(
  { subjects, isReported }: Judge,
  changes: Readonly<Record<string, DocumentChange>>,
  expected: Expected,
  random: Random,
  sample: Sample,
): Tally[] {
  return Object.entries(changes).map(([name, change]) => {
    const cases = sample(subjects).flatMap((subject) => {
      const others = subjects.filter((other) => other !== subject);
      return change(subject, random, others).map((text) => ({ subject, text }));
    });
    const trials = sample(cases).map(({ subject, text }) => ({
      label: `${subject.file}:${firstDifference(subject.text, text)}`,
      isReported: isReported(subject, text),
    }));
    return tallyOf(name, trials, expected);
  });
}

/** Make a change in all documents at once, and check all of them: those with a problem count. */
export function tryAtOnce(
  corpus: Corpus,
  { subjects }: Judge,
  changes: Readonly<Record<string, (subject: Subject, random: Random) => string>>,
  random: Random,
): Tally[] {
  const readings = corpus.sources.map((source) => ({ id: source.id, source, problems: [] }));
  return Object.entries(changes).map(([name, change]) => {
    const changed = subjects.map((subject) => ({ subject, text: change(subject, random) }));
    const files = changed.map(({ subject, text }) => toFile(subject.document, text));
    const problems = checkCorpus(readings, files, SERVED).report.problems.filter(isError);
    const trials = changed
      .filter(({ subject, text }) => text !== subject.text)
      .map(({ subject: { file } }, index) => {
        const own = problems.find((problem) => problem.file === file || (index === 0 && /^sources/.test(problem.file)));
        const isBroken = files.some((other) => other.file === file && !other.tree);
        const label = `${file}: ${own?.ruleId ?? 'syntax'}, line ${own?.place?.start.line}`;
        return { label, isReported: own !== undefined || isBroken };
      });
    return tallyOf(name, trials, 'silent');
  });
}

/** Change the front matter of each document, and read that. */
export function tryFrontMatter(
  { subjects }: Judge,
  changes: Readonly<Record<string, (matter: string) => readonly string[]>>,
  expected: Expected,
): Tally[] {
  return Object.entries(changes).map(([name, change]) => {
    const trials = subjects.flatMap((subject) => {
      const [matter = ''] = /^---\n[\s\S]*?\n---\n/.exec(subject.text) ?? [];
      return change(matter).map((now) => {
        const text = now + subject.text.slice(matter.length);
        const { problems } = readDocument({ ...subject.document, text }, subject.tree);
        return { label: `${subject.file}:${firstDifference(subject.text, text)}`, isReported: problems.some(isError) };
      });
    });
    return tallyOf(name, trials, expected);
  });
}

function toFile({ folder, slug, file }: Document, text: string): DocumentFile {
  const parsed = parseMdx(blankFrontMatter(text), file);
  return { folder, slug, file, text, tree: 'tree' in parsed ? parsed.tree : undefined };
}

/** The line of the first difference, with its text. */
function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const line = a.slice(0, at).split('\n').length;
  return `${line}: ${JSON.stringify(b.slice(Math.max(0, at - 40), at + 40))}`;
}
