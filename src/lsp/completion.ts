import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { printFootnote } from '#citation/citation.ts';
import { citeFound } from '#citation/find-passages.ts';
import { printedWords } from '#citation/words.ts';
import { shortNameOf } from '#source/record.ts';
import type { Source } from '#source/source.ts';
import { indexLines, locate, type Span } from '#text/location.ts';
import { normalize, rawSpan } from '#text/normalize.ts';
import { rangeBetween } from './convert.ts';
import { typingAt } from './cursor.ts';
import type { Project } from './project.ts';

/** `CompletionItemKind`, which is an enum of the protocol. */
const KIND = { text: 1, reference: 18, file: 17 } as const;

/** A longer list helps nobody: one more word makes it short. */
const MOST = 50;

/** Complete labels, ids of sources, and sentences of a source by the words typed. */
export function completeAt(project: Project, file: string, text: string, offset: number): CompletionList {
  const typing = typingAt(text, offset);
  const lines = indexLines(text);
  const none = { isIncomplete: false, items: [] };
  if (!typing) return none;
  const range = rangeBetween(lines, typing.from, offset);
  switch (typing.kind) {
    case 'label':
      return { isIncomplete: false, items: completeLabels(project, file, text).map((item) => withEdit(item, range)) };
    case 'id': {
      const items = project.sources().map((source) => describeSource(source));
      return { isIncomplete: false, items: items.map((item) => withEdit(item, range)) };
    }
    case 'quote': {
      const source = project.sources().find(({ id }) => id === typing.sourceId);
      if (!source) return none;
      const found = sentencesWith(source, project.sentencesOf(source), typing.typed);
      const items = found.slice(0, MOST).map((sentence, index): CompletionItem => {
        const quotation = citeFound({ source, sentence });
        const { line } = locate(source.lines, rawSpan(source.text, sentence).start);
        const words = printedWords(source, sentence);
        return {
          label: words.length > 80 ? `${words.slice(0, 79)}…` : words,
          detail: `${shortNameOf(source.record)}, line ${line}`,
          documentation: words,
          kind: KIND.text,
          // Editors compare what is written with this: the words were found already, in any order.
          filterText: typing.written,
          sortText: String(index).padStart(3, '0'),
          textEdit: { range, newText: printFootnote('', [quotation]).slice('[^]: '.length) },
        };
      });
      return { isIncomplete: true, items };
    }
  }
}

function withEdit(item: CompletionItem, range: { start: CompletionRange; end: CompletionRange }): CompletionItem {
  return { ...item, textEdit: { range, newText: item.label } };
}
type CompletionRange = { line: number; character: number };

function describeSource({ id, record }: Source): CompletionItem {
  const { title, issued } = record.csl;
  const date = issued.known === 'unknown' ? 'no date' : issued.value;
  const printed = title.known === 'unknown' ? undefined : title.value;
  return {
    label: id,
    detail: `${shortNameOf(record)}, ${date}`,
    ...(printed !== undefined && { documentation: printed }),
    kind: KIND.file,
  };
}

/** The labels of the footnotes, with what they quote, also while the rest cannot be parsed. */
function completeLabels(project: Project, file: string, text: string): CompletionItem[] {
  const definitions = project.open(file)?.definitions;
  if (definitions) {
    return definitions.map(({ label, citations }) => ({
      label,
      kind: KIND.reference,
      ...(citations && { documentation: citations.source }),
    }));
  }
  const labels = new Set([...text.matchAll(/^\[\^([^\s\]]+)\]:/gm)].map(([, label = '']) => label));
  return [...labels].map((label) => ({ label, kind: KIND.reference }));
}

/** The sentences that have all words typed, in any order and capitals; those with the words in a row first. */
function sentencesWith({ text }: Source, sentences: readonly Span[], typed: string): Span[] {
  const wanted = normalize(typed).text.toLowerCase();
  const words = wanted.split(' ').filter((word) => word !== '');
  const lower = text.text.toLowerCase();
  const found = sentences.filter(({ start, end }) => {
    const sentence = lower.slice(start, end);
    return words.every((word) => sentence.includes(word));
  });
  const isInRow = ({ start, end }: Span) => lower.slice(start, end).includes(wanted);
  return [...found.filter(isInRow), ...found.filter((sentence) => !isInRow(sentence))];
}
