import { describe, expect, test } from 'vitest';
import { readOffices, supportsOffice } from '#statement/office.ts';

/** An office, and who holds it, as far as the text says so. */
const read = (text: string) =>
  readOffices(text).map(({ words, person }) => `${words} ${person ? person.join(' ') || '(another)' : '?'}`);

describe('offices', () => {
  test.for<[text: string, ...offices: string[]]>([
    [
      'Foreign Minister Eli Roe and Defense Minister Lev Doe came.',
      'Foreign Minister eli roe',
      'Defense Minister lev doe',
    ],
    ["Sweden's ambassador, Rafael Roe, spoke.", 'ambassador rafael roe'],
    ['Rafael Roe, the ambassador of Sweden, spoke.', 'ambassador rafael roe'],
    ['The appointment of Fuad Roe as chairman was news.', 'chairman fuad roe'],
    ['Turkish Prime Minister (and now president) Recep Roe spoke.', 'Prime Minister recep roe', 'president recep roe'],
    ['President of Norway Helge Roe came.', 'President helge roe'],
    ['Lev Roe, representative of the president, spoke.', 'representative lev roe', 'president (another)'],
    ['Malcolm Roe, executive vice chairman, spoke.', 'executive vice chairman malcolm roe'],
    ['After, they met Lev Roe, along with the director.', 'director ?'],
    ['The former president Shimon Roe came.', 'former president shimon roe'],
    ['Harbor Minister Mira Roe came, a minister.', 'Harbor Minister mira roe', 'minister ?'],
    ['A minister came to the ministry.', 'minister ?'],
    ['Nobody came to the port.'],
  ])('of “%s”', ([text, ...offices]) => {
    expect(read(text)).toEqual(offices);
    for (const { words, start, end } of readOffices(text)) expect(text.slice(start, end)).toBe(words);
  });

  test.for<[claim: string, passage: string, holds: boolean | undefined]>([
    ['Minister Roe', 'Foreign Minister Eli Roe came.', true],
    ['Foreign Minister Roe', 'Minister Eli Roe came.', false],
    ['Foreign Minister Eli Roe', 'Foreign Minister Roe came.', true],
    ['Foreign Minister Eli Roe', 'Foreign Minister Lev Roe came.', false],
    ['Defence Minister Eli Roe', 'Eli Roe, its defense minister, came.', true],
    ['Foreign Minister Eli Roe', 'Foreign Minister Lev Doe met Defense Minister Eli Roe.', false],
    ['Chairman Eli Roe', 'Eli Roe, executive vice chairman, came.', false],
    ['Chairman Eli Roe', 'The chairman of a commission and minister Eli Roe came.', true],
    ['President Eli Roe', 'Former president Eli Roe came.', false],
    ['Former president Eli Roe', 'Former president Eli Roe came.', true],
    ['President Eli Roe', 'Eli Roe, envoy of the president, came.', false],
    ['Envoy Eli Roe', 'Eli Roe, representative of the president, came.', true],
    ['Prime Minister Eli Roe', 'Minister Eli Roe came.', false],
    ['President Eli Roe', 'President Lev Doe came.', undefined],
  ])('%s ← %s: %s', ([claim, passage, holds]) => {
    const [office] = readOffices(claim);
    expect(office && supportsOffice(office, passage)).toBe(holds);
  });
});
