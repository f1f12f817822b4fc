import { expect, test } from 'vitest';
import { findPlaceholder } from '#text/placeholder.ts';

test.for([
  ['To be written: who speaks, and from where.', 'To be written'],
  ['Ships. To be\nwritten.', 'To be\nwritten'],
  ['To be written', 'To be written'],
  ['How far the texts behind this article reach.', 'How far the texts behind this article reach'],
  [' Write sentences here, each with a reference', 'Write sentences here'],
  ['Oats went west (TODO: how many).', 'TODO'],
  ['TBD', 'TBD'],
  ['lorem ipsum dolor', 'lorem ipsum'],
] as const)('%j has a placeholder', ([text, found]) => {
  expect(findPlaceholder(text)).toBe(found);
});

test.for([
  'The treaty was still to be written: nobody had a pen.',
  'To be written in Hebrew was unusual.',
  'How far the texts agree',
  'The harbour of Todos was closed.',
  'We write sentences here.',
  'A method of TODOs',
])('%j has none', (text) => {
  expect(findPlaceholder(text)).toBeUndefined();
});
