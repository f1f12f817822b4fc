import { Memory } from '#check/memory.ts';
import { type Corpus, documentsOf } from '#check/model.ts';
import { type Citation, readCitations } from '#citation/citation.ts';
import { type FootnoteDefinition, type Footnotes, readFootnotes } from '#citation/footnote.ts';
import type { Passage } from '#citation/resolve.ts';
import { citableSentences } from '#citation/sentence.ts';
import { blankFrontMatter } from '#document/document.ts';
import { readCorpus, readSources } from '#io/read-corpus.ts';
import { parseMdx } from '#markdown/parse.ts';
import type { Report } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { indexLines, overlaps, type Place, placeOf, type Span } from '#text/location.ts';

/** A document as an editor has it open, saved or not. Without footnotes where its syntax fails. */
export interface OpenDocument {
  /** Below the project's root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly footnotes: Footnotes;
  readonly definitions: readonly (FootnoteDefinition & { readonly cited: readonly Citation[] })[];
}

/** Where a statement, footnote or reference is. */
export interface FoundPlace {
  readonly file: string;
  readonly place: Place;
}

/** A checked project with the unsaved texts of an editor. Everything is read again when something changes. */
export class Project {
  readonly root: string;
  /** Unsaved texts, by file below the root. */
  readonly unsaved = new Map<string, string>();
  readonly #memory = new Memory();
  #checked: { readonly corpus: Corpus; readonly report: Report } | undefined;

  constructor(root: string) {
    this.root = root;
  }

  /** To be called after every change of a file. */
  changed(): void {
    this.#checked = undefined;
  }

  /** The outcome of the check. Throws what `readCorpus` throws. */
  get checked(): { readonly corpus: Corpus; readonly report: Report } {
    this.#checked ??= readCorpus(this.root, { unsaved: this.unsaved, memory: this.#memory });
    return this.#checked;
  }

  source(id: string): Source | undefined {
    return this.checked.corpus.sources.find((source) => source.id === id);
  }

  /** The sources of the corpus, without a check of the documents: while somebody types a quote, that takes long. */
  sources(): readonly Source[] {
    return readSources(this.root, { memory: this.#memory }).flatMap(({ source }) =>
      source?.record.reviewed ? source : [],
    );
  }

  /** The text of a document: the editor's, or the checked one. */
  textOf(file: string): string | undefined {
    const checked = () => documentsOf(this.checked.corpus).find(({ document }) => document.file === file);
    return this.unsaved.get(file) ?? checked()?.document.text;
  }

  /** Read the footnotes of a document; undefined for a file that is none, or cannot be parsed. */
  open(file: string): OpenDocument | undefined {
    const text = this.textOf(file);
    if (text === undefined) return undefined;
    return this.#memory.memoize(`open ${file}`, [text], () => readOpen(file, text));
  }

  /** All documents that can be parsed. */
  documents(): OpenDocument[] {
    return documentsOf(this.checked.corpus).flatMap(({ document }) => this.open(document.file) ?? []);
  }

  /** The sentences of a source that can be quoted, in its normal form. */
  sentencesOf(source: Source): readonly Span[] {
    return this.#memory.memoize(`sentences ${source.id}`, [source], () => citableSentences(source));
  }

  /** The statements of all documents that rest on words of a source. `spans` are in its normal form. */
  statementsOn(sourceId: string, spans: readonly Span[]): FoundPlace[] {
    const isThere = (passage: Passage) =>
      passage.sourceId === sourceId && passage.parts.some((part) => spans.some((span) => overlaps(part, span)));
    return documentsOf(this.checked.corpus).flatMap(({ document, statements }) => {
      const lines = indexLines(document.text);
      return statements
        .filter(({ statement }) => statement.kind !== 'label')
        .filter(({ evidence = [] }) => evidence.some(({ passage, isWhole }) => !isWhole && isThere(passage)))
        .map(({ statement: { span } }) => ({ file: document.file, place: placeOf(lines, span) }));
    });
  }
}

function readOpen(file: string, text: string): OpenDocument | undefined {
  const parsed = parseMdx(blankFrontMatter(text), file);
  if (!('tree' in parsed)) return undefined;
  const footnotes = readFootnotes(parsed.tree, text);
  const lines = indexLines(text);
  const definitions = footnotes.definitions.map((definition) => ({
    ...definition,
    cited: readCitations(definition, file, lines).citations,
  }));
  return { file, text, footnotes, definitions };
}
