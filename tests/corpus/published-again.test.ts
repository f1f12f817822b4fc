import { describe, expect, test } from 'vitest';
import { checkCorpus, type DocumentFile } from '#corpus/corpus.ts';
import { Memory } from '#corpus/memory.ts';
import { publish } from '#corpus/publication.ts';
import type { SourceReading } from '#source/source.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { readingOf } from '../source-of.ts';

const note = '[^a]: @log "The storm came to Almar"';
const log = readingOf('log', 'The storm came to Almar in May, at noon.\n');
const other = readingOf('other', 'The port of Vellin was closed.\n');
const themeOf = (label: string) => documentOf('themes', 'trade', `label: ${label}\norder: 1\n`, 'Trade.');
const oats = articleOf('oats', `Almar had a storm.[^a]\n\n${note}`);
const rye = articleOf('rye', `<Event themes="trade">It came to Almar.[^a]</Event>\n\n${note}`);
const ports = documentOf('pages', 'ports', 'names: true\n', '### Almar\n\nA port.');
const before = { readings: [log, other], files: [oats, rye, themeOf('Trade'), ports] };

interface Project {
  readonly readings: readonly SourceReading[];
  readonly files: readonly DocumentFile[];
}

/** Publish a project as it was, then as it is now, with one memory. */
function publishAgain(now: Project) {
  const memory = new Memory();
  const [first, second] = [before, now].map(({ readings, files }) =>
    publish(checkCorpus(readings, files, [], memory).corpus, undefined, memory),
  );
  if (!first || !second) throw new Error('Expected two publications');
  return { first, second };
}

function publishOnce({ readings, files }: Project) {
  return publish(checkCorpus(readings, files).corpus);
}

describe('what is published with a memory of what was before', () => {
  test.for<[change: string, now: Project]>([
    ['nothing', before],
    [
      'the words of an article',
      { ...before, files: [articleOf('oats', 'Almar had rain.'), rye, themeOf('Trade'), ports] },
    ],
    [
      'the front matter of an article',
      {
        ...before,
        files: [
          articleOf('oats', `Almar had a storm.[^a]\n\n${note}`, 'themes: [trade]\nrelated: [rye]\n'),
          rye,
          themeOf('Trade'),
          ports,
        ],
      },
    ],
    [
      'a claim that rests on the same passage',
      { ...before, files: [articleOf('oats', `Almar had no sun.[^a]\n\n${note}`), rye, themeOf('Trade'), ports] },
    ],
    [
      'how many articles rest on a passage',
      { ...before, files: [oats, rye, articleOf('hay', `A storm came.[^a]\n\n${note}`), themeOf('Trade'), ports] },
    ],
    ['the name of a theme', { ...before, files: [oats, rye, themeOf('Shipping'), ports] }],
    [
      'a source',
      { ...before, readings: [readingOf('log', 'In 1991: the storm came to Almar in May, at noon.\n'), other] },
    ],
    [
      'the names',
      {
        ...before,
        files: [oats, rye, themeOf('Trade'), documentOf('pages', 'ports', 'names: true\n', '### storm\n\nA wind.')],
      },
    ],
  ])('is what is published without, where this has changed: %s', ([, now]) => {
    expect(publishAgain(now).second).toEqual(publishOnce(now));
  });

  test('is the same object, where nothing that it rests on has changed', () => {
    const { first, second } = publishAgain({ ...before, files: [oats, rye, themeOf('Shipping'), ports] });
    const partsOf = ({ articles: [article], sources, names: [name] }: typeof first) => [
      article?.notes,
      ...sources,
      name?.statements[0],
    ];
    expect(partsOf(first)).not.toContain(undefined);
    expect(partsOf(second).map((part, index) => part === partsOf(first)[index])).toEqual([true, true, true, true]);
  });
});
