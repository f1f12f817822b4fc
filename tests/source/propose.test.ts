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

test.for<[line: string, words: string, why: string]>([
  ['It is Mod\u0441on of Almar.', 'Mod\u0441on', 'letters of two alphabets'],
  ['It is \u041c\u043edern.', '\u041c\u043edern', 'letters of two alphabets'],
  ['The \u0420ort-office', '\u0420ort', 'letters of two alphabets'],
  ['П\u006fрт Алмар.', 'П\u006fрт', 'letters of two alphabets'],
  ['The p0rt of Almar.', 'p0rt', 'a digit between letters'],
  ['The po0rt of Almar.', 'po0rt', 'a digit between letters'],
  ['The p00rt of “Vel1in”.', 'p00rt', 'a digit between letters'],
  ['The P0rt of Almar.', 'P0rt', 'a digit between letters'],
  ['THE REP0RT', 'REP0RT', 'a digit between letters'],
  ['The p\uFFFDrt of Almar.', '\uFFFD', 'a character that was lost'],
  ['The port (of a] town.', '(of a]', 'brackets of two kinds'],
  ['The port [of a) town.', '[of a)', 'brackets of two kinds'],
])('there may be a slip in: %s', ([line, words, why]) => {
  expect(propose(`First.\n${line}\n`).slips[0]).toEqual({ line: 2, words, why });
});

test.for([
  'OsloTel-2014, the 20th fair, in Kızıl Şəhər (of Ağrı) [sic], Порт, 2nd, G7, “Bélan”.',
  'B2B, H2O, CO2e, MP3s, F16s, C4ISR, h1n1, x86, Su25K, the mid1990s, MI6',
  'β-carotene, Δt, 5 μm, the NATOнун of АЗС-95, ABC-нин, в IT-секторе',
  'write to port1a@almar.example, or see https://almar.example/p0rt/a1s.html and img_01a.png',
  'in [0, 1) and (2, 3], with a soft\u00ADhyphen, a zero\u200Bspace, \u200Fשלום\u200F and \u2067שלום\u2069',
])('there is no slip in: %s', (line) => {
  expect(propose(`${line}\n`).slips).toEqual([]);
});

test.for([
  ['The master of the port said that it was closed. It snowed.', 'The master of the', 'that it was closed.'],
  ['It is closed,\nsaid the master.', 'It is closed, said', 'closed, said the master.'],
])('a sentence with a verb of saying may be speech: %s', ([raw = '', from, to]) => {
  expect(propose(raw).speech).toEqual([{ from, to }]);
});
