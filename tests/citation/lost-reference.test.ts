import { expect, test } from 'vitest';
import { readFootnotes } from '#citation/footnote.ts';
import { findLostReferences } from '#citation/lost-reference.ts';
import { labelsMeant } from '#citation/rules/footnote-undefined.ts';
import { parseMdx } from '#markdown/parse.ts';

test.for<[name: string, text: string, expected: string[]]>([
  ['a label without a footnote', 'Oil.[^west]', ['missing west']],
  ['none for a footnote that is there', 'Oil.[^west]\n\n[^west]: @memo "x"', []],
  ['none next to bare addresses', 'Write to a@b.c or www.a.example or http://a.example/.', []],
  ['one next to a bare address', 'Write to a@b.c.[^west]', ['missing west']],
  ['none in code', 'Write `[^west]`.\n\n```\n[^west]\n```', []],
  ['none after a backslash', 'Write \\[^west].', []],
  ['no label over a blank line', 'Write [^we\n\nst] so.', ['no-bracket we']],
  ['no label over a line of white space', 'Write [^we\n \nst] so.', ['no-bracket we']],
  ['one inside of a footnote', 'Oil.[^a]\n\n[^a]: @memo "x"\n\n    A note.[^west]', ['missing west']],
  ['one in a block of an expression', '{"[^west]"}', ['not-in-prose west']],
  ['one in a program', 'export const a = "[^west]";\n\nOil.', ['not-in-prose west']],
  ['none in a regular expression that gives attributes', '<Event {.../[^west]/} />', []],
  ['one in a bare address', 'See http://a.example/[^west] there.', ['not-in-prose west']],
  ['one next to text in a link', '[the *port*](/a "[^west]")', ['not-in-prose west']],
  ['a label with white space in front of an address, as which it is read', '[^the west]: /a', ['white-space the west']],
  ['a label with white space, once', 'Oil.[^the west] Gas.[^the  West]', ['white-space the west']],
  ['one in the text of an image', '![The port[^west]](/a.svg)', ['not-in-prose west']],
  ['one in the text of an image by name', '![The port[^west]][port]\n\n[port]: /a.svg', ['not-in-prose west']],
  ['one in the title of an address', '[port]\n\n[port]: /a "[^west]"', ['not-in-prose west']],
  ['one in the title of a link', '[port](/a "[^west]")', ['not-in-prose west']],
  ['none in the text of a link', '[port[^west]](/a "So")\n\n[^west]: @memo "x"', []],
  ['one in an attribute', '<Event of="[^west]" />', ['not-in-prose west']],
  ['one in a string of an expression', 'Oil{"[^west]"}.', ['not-in-prose west']],
  ['one in a string of an attribute', '<Event of={"[^west]"} />', ['not-in-prose west']],
  ['one in the template of an attribute', '<Event of={`[^west]`} />', ['not-in-prose west']],
  ['one in an element of an attribute', '<Event of={<b>[^west]</b>} />', ['not-in-prose west']],
  ['none in a regular expression', 'Oil{/[^west]/}.\n\n<Event of={/[^west]/} />', []],
  ['several labels', 'Oil.[^a, b] Gas.[^a;^b]\n\n[^a]: @memo "x"\n\n[^b]: @memo "y"', ['joined a, b', 'joined a;^b']],
  ['a label without its caret', 'Oil.[a] Gas.^[a]\n\n[^a]: @memo "x"', ['no-caret a', 'no-caret a']],
  ['none in brackets for other words', '“[A]ll [a] of it[b].” [a]\n\n[^a]: @memo "x"', []],
  ['none in a link by name', 'So.[a] It is.\n\n[a]: /a\n\n[^a]: @memo "x"', []],
  ['a label without its bracket', 'Oil.[^a Gas.[^a] Coal.[^a)\n\n[^a]: @memo "x"', ['no-bracket a', 'no-bracket a']],
  ['a footnote without its caret', 'Oil.[^a]\n\n[a]: @memo "x"', ['missing a', 'no-caret a']],
  ['a footnote without its colon', 'Oil.[^a]\n\n[^a] @memo "x"\n    @memo "y"', ['missing a', 'no-colon a']],
  ['none before a name', 'Oil,[^a] @memo says.\n\n[^a]: @memo "x"', []],
  ['none in a comment', 'Oil.{/* [^west] */}', []],
])('finds %s', ([, text, expected]) => {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));

  const lost = findLostReferences(parsed.tree, text);
  expect(lost.map(({ fault, label }) => `${fault} ${label}`)).toEqual(expected);
  for (const { label, place } of lost) {
    expect(text.slice(place.start.offset, place.end.offset)).toContain(label);
  }
});

test('a lost reference suggests a similar label, first of a footnote that nothing refers to', () => {
  const text =
    'Oil.[^weft] Gas.[^weet] Coal.[^the weft]\n\n[^weft]: @memo "x"\n\n[^west]: @memo "y"\n\n[^the-weft]: @memo "z"';
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const footnotes = readFootnotes(parsed.tree, text);

  expect(footnotes.lostReferences.map((lost) => [lost.label, ...labelsMeant(footnotes)(lost)])).toEqual([
    ['weet', 'west', 'weft'],
    ['the weft', 'the-weft'],
  ]);
});
