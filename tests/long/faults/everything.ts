import type { Corpus } from '#check/model.ts';
import { tryAccents } from './accents.ts';
import { judgeOf, tryAtOnce, tryDocuments, tryFootnotes, tryFrontMatter } from './documents.ts';
import { tryFiles } from './files.ts';
import { FOOTNOTE_FAULTS, FOOTNOTE_HARMLESS } from './footnotes.ts';
import { FAULTY_FORMS, HARMLESS_FORMS, tryForms, tryNoteNumbers } from './forms.ts';
import { tryMeaning } from './meaning.ts';
import { DOCUMENT_FAULTS, DOCUMENT_HARMLESS, MATTER_FAULTS, MATTER_HARMLESS } from './pages.ts';
import { FAULTS, HARMLESS, tryChanges } from './quotes.ts';
import type { Random } from './random.ts';
import { SOURCE_FAULTS, SOURCE_HARMLESS, trySources } from './sources.ts';
import { tryStatements } from './statements.ts';
import type { Sample, Tally } from './tally.ts';

/** Make every change in the content at `root` that is listed, or a sample of the places of each. */
export function tryEverything(
  root: string,
  corpus: Corpus,
  random: Random,
  sample: Sample,
): { readonly faults: readonly Tally[]; readonly meaning: readonly Tally[]; readonly harmless: readonly Tally[] } {
  const judge = judgeOf(corpus);
  const accents = tryAccents(root, corpus, random, sample);
  return {
    faults: [
      ...tryChanges(corpus, FAULTS, 'reported', random, sample),
      ...accents.faults,
      ...tryFootnotes(corpus, judge, FOOTNOTE_FAULTS, 'reported', random, sample),
      ...tryDocuments(judge, DOCUMENT_FAULTS, 'reported', random, sample),
      ...tryFrontMatter(judge, MATTER_FAULTS, 'reported'),
      ...tryStatements(corpus, sample),
      ...tryForms(corpus, FAULTY_FORMS, 'reported', sample),
      ...trySources(root, corpus, SOURCE_FAULTS, 'reported', random, sample),
      ...tryFiles(root, random, sample),
    ],
    meaning: tryMeaning(corpus, sample),
    harmless: [
      ...tryChanges(corpus, HARMLESS, 'silent', random, sample),
      ...accents.harmless,
      ...tryFootnotes(corpus, judge, FOOTNOTE_HARMLESS, 'silent', random, sample),
      ...tryAtOnce(corpus, judge, DOCUMENT_HARMLESS, random),
      ...tryFrontMatter(judge, MATTER_HARMLESS, 'silent'),
      ...tryForms(corpus, HARMLESS_FORMS, 'silent', sample),
      tryNoteNumbers(corpus, sample),
      ...trySources(root, corpus, SOURCE_HARMLESS, 'silent', random, sample),
    ],
  };
}
