import { citableText } from '#citation/resolve.ts';
import { paragraphOf, printedWords } from '#citation/words.ts';
import type { Problem } from '#problem/problem.ts';
import type { Source } from '#source/source.ts';
import { locate, overlaps, placeOf, type Span } from '#text/location.ts';
import { rawSpan } from '#text/normalize.ts';
import { findVerbsOfSaying } from '#text/saying.ts';
import { splitSentences } from '#text/sentences.ts';

/** Whoever has marked these sees the next ones; a long text may have thousands. */
const MOST = 50;

/**
 * Report sentences with a verb of saying in which the record marks nothing: one problem for each source, at the first of
 * them. Of a record that marks nothing anywhere, nothing is reported: nobody has read the text for speech yet.
 */
export function speechUnmarked(source: Source): Problem[] {
  const marked = [...source.speech, ...source.stated];
  if (marked.length === 0) return [];
  const isMarked = (span: Span) => marked.some((speech) => overlaps(speech, span));
  const sentences = findVerbsOfSaying(citableText(source))
    .filter((verb) => !isMarked(verb))
    .slice(0, MOST)
    .map((verb) => sentenceAround(source, verb))
    .filter((sentence, index, all) => !isMarked(sentence) && all[index - 1]?.start !== sentence.start)
    .map((sentence) => ({ span: rawSpan(source.text, sentence), words: printedWords(source, sentence) }));
  const [first] = sentences;
  if (!first) return [];
  return [
    {
      ruleId: 'speech-unmarked',
      sourceId: source.id,
      sentences: sentences.map(({ span, words }) => ({ line: locate(source.lines, span.start).line, words })),
      file: `sources/${source.id}.txt`,
      place: placeOf(source.lines, first.span),
    },
  ];
}

function sentenceAround(source: Source, extent: Span): Span {
  const paragraph = paragraphOf(source, { extent });
  const sentences = splitSentences(source.text.text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
  return sentences.find((sentence) => overlaps(sentence, extent)) ?? paragraph;
}
