import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { LETTERS_FILE, lettersOf, newLetters } from '#fonts/letters.ts';
import { articleOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

function corpusOf(raw: string, prose = 'It came.', regions = '') {
  const reading = { id: 'memo', source: sourceOf('memo', raw, regions), problems: [] };
  return checkCorpus([reading], [articleOf('oats', `${prose}[^a]\n\n[^a]: @memo "The storm came in May."`)]).corpus;
}

const HIDDEN = 'regions:\n  - { kind: withheld, lines: 2, reason: Private. }';

test.for<[what: string, raw: string, prose: string, regions: string, letters: string]>([
  ['nothing else', 'The storm came in May.', 'It came, “naïve” — no.', '', 'ï'],
  ['Greek in an article', 'The storm came in May.', 'It came to Αθήνα.', '', 'Aαήθν'.replace('A', 'Α')],
  ['Armenian in a source', 'The storm came in May. Ես', 'It came.', '', 'Ես'],
  ['a letter and its mark', 'The storm came in May. Ve\u0301', 'It came to n\u0303.', '', 'ñ'],
  ['what is withheld', 'The storm came in May.\nЖук ə\nİ', 'It came.', HIDDEN, 'İ'],
  ['signs, and no spaces', 'The storm came in May.\u2003№\u200b', 'It came.', '', '№'],
])('the letters of a corpus beside those of English: %s', ([, raw, prose, regions, letters]) => {
  expect(lettersOf(corpusOf(raw, prose, regions))).toBe([...letters].sort().join(''));
});

test('letters are new until `npm run fonts` has looked for them, also those that the typeface lacks', () => {
  const root = mkdtempSync(join(tmpdir(), 'letters-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const corpus = corpusOf('The storm came in May. Ես ə');
  expect(newLetters(root, corpus)).toBe('');
  mkdirSync(dirname(join(root, LETTERS_FILE)), { recursive: true });
  writeFileSync(join(root, LETTERS_FILE), '/* Written by `npm run fonts`, for Եə */\n');
  expect(newLetters(root, corpus)).toBe('ս');
});
