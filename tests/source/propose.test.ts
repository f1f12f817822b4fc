import { expect, test } from 'vitest';
import { propose } from '#source/propose.ts';

test('page marks and repeated lines may be furniture', () => {
  const raw =
    'Page 1 of 3\nThe port.\nALMAR DAILY\n2\nThe storm.\nALMAR DAILY\n2\nThe quay.\r\n ALMAR DAILY\n2\nThe quay.\n';
  expect(propose(raw).furniture).toEqual([
    { lines: [1, 4, 7, 10], why: 'a number alone, such as that of a page' },
    { lines: [3, 6, 9], why: 'the same words 3 times: ALMAR DAILY' },
  ]);
});

test('a year in a sentence, a line printed twice, and long lines are not', () => {
  const long = `${'The port of Almar was closed. '.repeat(4)}\n`;
  expect(propose(`In 2014 it came.\n\n\n\nAlmar.\nAlmar.\n${long}${long}${long}`).furniture).toEqual([]);
});

test('a repeated line of 80 characters may be furniture, and one of 81 is text', () => {
  const repeated = (length: number) => propose(`${'x'.repeat(length)}\n`.repeat(3)).furniture.length;
  expect([repeated(80), repeated(81)]).toEqual([1, 0]);
});

test.for(['7', '1234', 'Page 7', ' PAGE  12 ', '7 of 12', '3/12', '3 / 12', 'page 7 of 1234'])(
  '`%s` may be a page mark',
  (line) => {
    expect(propose(`It rained.\n${line}\r\nIt snowed.`).furniture).toMatchObject([{ lines: [2] }]);
  },
);

test.for(['Page', '12345', 'on page 7', 'A7', '7 of the 12', '3 of 12345', 'Page 7 of', '7 ships', 'page7'])(
  '`%s` is no page mark',
  (line) => {
    expect(propose(`It rained.\n${line}\nIt snowed.`).furniture).toEqual([]);
  },
);

test.for<[name: string, line: string, words: string, why: string]>([
  ['letters of two alphabets', 'It is Mod\u0441on of Almar.', 'Mod\u0441on', 'letters of two alphabets'],
  ['a digit between letters', 'The p0rt of Almar.', 'p0rt', 'a digit between letters'],
  [
    'letters of two alphabets, the first not Latin',
    'It is \u041c\u043edern.',
    '\u041c\u043edern.',
    'letters of two alphabets',
  ],
  ['a digit after two letters', 'The po0rt of Almar.', 'po0rt', 'a digit between letters'],
  ['two digits between letters', 'The p00rt of Almar.', 'p00rt', 'a digit between letters'],
  ['a lost character', 'The p\uFFFDrt of Almar.', '\uFFFD', 'a character that was lost'],
  ['an unseen character', 'The po\u200Brt of Almar.', '\u200B', 'a character that is not seen'],
  ['a direction of writing', 'The \u202Eport of Almar.', '\u202E', 'a character that is not seen'],
  ['brackets that do not match', 'The port (of a] town.', '(of a]', 'brackets of two kinds'],
  ['brackets that do not match the other way', 'The port [of a) town.', '[of a)', 'brackets of two kinds'],
])('%s may be a slip', ([, line, words, why]) => {
  expect(propose(`First.\n${line}\n`).slips).toEqual([{ line: 2, words, why }]);
});

test('names, figures and letters of one alphabet are not slips', () => {
  const raw = 'OsloTel-2014, the 20th fair, in Kızıl Şəhər (of Ağrı) [sic], Порт, 2nd, G7, “Bélan”.\n';
  expect(propose(raw).slips).toEqual([]);
});

test.for([
  ['The master of the port said that it was closed. It snowed.', 'The master of the', 'that it was closed.'],
  ['It is closed,\nsaid the master.', 'It is closed, said', 'closed, said the master.'],
])('a sentence with a verb of saying may be speech: %s', ([raw = '', from, to]) => {
  expect(propose(raw).speech).toEqual([{ from, to }]);
});
