/** Where sentences end: each needs a footnote of its own, and none may live on that of its neighbor. */
import { expect, test } from 'vitest';
import { parseMdx } from '#markdown/parse.ts';
import { readStatements, wordsOf } from '#statement/statement.ts';

/** The statements of a text, each with the labels of its footnotes. */
function statementsOf(text: string): string[] {
  const file = `${text}\n\n[^a]: @memo "x"\n\n[^b]: @memo "y"\n`;
  const parsed = parseMdx(file, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return readStatements(parsed.tree, file).map((one) => `${wordsOf(one)} ${one.footnotes.join('')}`.trim());
}

test.for<[text: string, ...statements: string[]]>([
  ['It came in 2023.[^a] 2023 was good.', 'It came in 2023. a', '2023 was good.'],
  ['It came.[^a] 40 ships left.[^b]', 'It came. a', '40 ships left. b'],
  ['It came.[^a] $40 million were paid.', 'It came. a', '$40 million were paid.'],
  ["It came.[^a] '90s ships left.", 'It came. a', "'90s ships left."],
  ['It came.[^a][^b] 40 left.', 'It came. ab', '40 left.'],
  ['It came. [^a] 40 left.', 'It came. a', '40 left.'],
  ['It came[^a]. 40 left.', 'It came. a', '40 left.'],
  ['It came[^a] in 2023. 40 left.', 'It came in 2023. a', '40 left.'],
  ['It came.[^a] iShip left.', 'It came. a', 'iShip left.'],
  ['It came[^a] in May. eBay left.', 'It came in May. a', 'eBay left.'],
  ['It came.[^a] van Dyke left.', 'It came. a', 'van Dyke left.'],
  ['It came.[^a] al-Sisi left.', 'It came. a', 'al-Sisi left.'],
  ['It came.[^a] the ship left.', 'It came. a', 'the ship left.'],
  ['Did it come?[^a] iShip left.', 'Did it come? a', 'iShip left.'],
  ['Did it come?[^a] 40 left.', 'Did it come? a', '40 left.'],
  ['Did it come?[^a] it left.', 'Did it come? a', 'it left.'],
  ['What a year![^a] it left.', 'What a year! a', 'it left.'],
  ['What a year for Almar![^a] it left.', 'What a year for Almar! a', 'it left.'],
  ['Did it come to Almar?[^a] it left.', 'Did it come to Almar? a', 'it left.'],
  ['It came, and so on…[^a] 40 left.', 'It came, and so on… a', '40 left.'],
  ['It came, and so on…[^a] The rest left.', 'It came, and so on… a', 'The rest left.'],
  ['It came...[^a] the rest left.', 'It came... a', 'the rest left.'],
  ['It[^a] came… The rest left.', 'It came… a', 'The rest left.'],
  ['He said "It came."[^a] 40 left.', 'He said "It came." a', '40 left.'],
  ['He said “It came.[^a]” iShip left.', 'He said “It came.” a', 'iShip left.'],
  ["He called it 'bad.'[^a] the ship left.", "He called it 'bad.' a", 'the ship left.'],
  ['(So says the log.[^a]) 40 left.', '(So says the log.) a', '40 left.'],
  ['(So says the log.)[^a] the ship left.', '(So says the log.) a', 'the ship left.'],
  ['(It came.[^a] It left.)', '(It came. a', 'It left.)'],
  ['It came.[^a]The ship left.', 'It came. a', 'The ship left.'],
  ['It came in 2023.[^a]2023 was good.', 'It came in 2023. a', '2023 was good.'],
  ['It came.[^a]\\\n40 left.', 'It came. a', '40 left.'],
  ['It came.[^a]  \nthe ship left.', 'It came. a', 'the ship left.'],
  ['It came.[^a]<br/>40 left.', 'It came. a', '40 left.'],
  ['It came.[^a]<br/>the ship left.', 'It came. a', 'the ship left.'],
  ['*It came.*[^a] 40 left.', 'It came. a', '40 left.'],
  ['It came.[^a] `x` left.', 'It came. a', 'x left.'],
  ['It came.[^a] – It left.', 'It came. a', '– It left.'],
  ['It is Plan B.[^a] Almar left.', 'It is Plan B. a', 'Almar left.'],
  ['It went to the U.S.[^a] Vellin left.', 'It went to the U.S. a', 'Vellin left.'],
  ['It was Lund Inc.[^a] 40 left.', 'It was Lund Inc. a', '40 left.'],
  ['It left at 5 p.m.[^a] iShip came.', 'It left at 5 p.m. a', 'iShip came.'],
  ['It came in Sept.[^a] 40 left.', 'It came in Sept. a', '40 left.'],
  ['<ul><li>It came[^a]</li><li>It left</li></ul>', 'It came a', 'It left'],
])('a sentence ends in %j', ([text, ...statements]) => expect(statementsOf(text)).toEqual(statements));

test.for<[text: string, ...statements: string[]]>([
  ['"Why?"[^a] the master asked.'],
  ['“Why not!”[^a] he said.'],
  ['He asked "Why?"[^a] and left.'],
  ["'Why?'[^a] the master asked."],
  ['"We will…"[^a] he began.'],
  ['"Why?"[^a], he asked.'],
  ['Yahoo![^a] bought 40 ships.'],
  ['*Yahoo!*[^a] bought 40 ships.'],
  ['Which?[^a] reported it.'],
  ['The magazine Which?[^a] reported it.'],
  ['“Why?” [^a] the master asked.'],
  ['It cost Rs. 500, or approx. 40 percent.[^a]'],
  ['It said that […][^a] and left.'],
  ['It left (as they say.[^a]) at noon.'],
  ['It went to the U.S.[^a] and came back.'],
  ['Lund Inc.[^a] sold it.'],
  ['Lund Inc.[^a], of Almar, sold it.'],
  ['It was told by J. R. Smith and David B. Harris.[^a]'],
  ['It met Dr. Oren, St. Almar and Mr. Lund.[^a]'],
  ['It left at 5 p.m. on Monday.[^a]'],
  ['It grew by 1.5 percent, see No. 5 and p. 40.[^a]'],
  ['It is version 3[^a].5 of it.'],
  ['It is U.S.[^a]-made.'],
])('a sentence goes on in %j', ([text]) => {
  const words = text.replace(/ ?\[\^a\]|\*/g, '');
  expect(statementsOf(text)).toEqual([`${words} a`]);
});
