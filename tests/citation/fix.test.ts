import { expect, test } from 'vitest';
import { fixFootnotes } from '#citation/fix.ts';
import { parseMdx } from '#markdown/parse.ts';

function fix(text: string) {
  const parsed = parseMdx(text, 'grain.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return fixFootnotes(parsed.tree, text);
}

const a = '[^a]: @memo "Oil went west in May."';
const b = '[^b]: @memo "It was warm in May."\n    @log "It was cold in June."\n\n    A remark.';

test.for<[name: string, text: string, fixed: string, done: string[]]>([
  [
    'footnotes out of order',
    `Warm.[^b] Oil.[^a]\n\n${a}\n\n${b}\n`,
    `Warm.[^b] Oil.[^a]\n\n${b}\n\n${a}\n`,
    ['put the footnotes in the order of their references'],
  ],
  [
    'a footnote that nothing refers to',
    `Oil.[^a]\n\n${b}\n\n${a}\n`,
    `Oil.[^a]\n\n${a}\n`,
    ['left out the footnote [^b], which nothing refers to'],
  ],
  ['the only footnote, unused', `Oil.\n\n${a}\n`, 'Oil.\n', ['left out the footnote [^a], which nothing refers to']],
  [
    'curly marks around quotes, and dots',
    'Oil.[^a]\n\n[^a]: @memo#L3  “Oil went “west” [...] in May.”\n    @log "It was “warm”."; @log `It [...] was.`\n',
    'Oil.[^a]\n\n[^a]: @memo#L3  "Oil went “west” […] in May."\n    @log "It was “warm”."; @log `It […] was.`\n',
    ['wrote the marks of [^a] in one form'],
  ],
  [
    'marks around a quote that reads like a citation itself',
    'Oil.[^a]\n\n[^a]: @memo “Write to @clerk “at once” in May.”\n',
    'Oil.[^a]\n\n[^a]: @memo "Write to @clerk “at once” in May."\n',
    ['wrote the marks of [^a] in one form'],
  ],
])('%s are fixed', ([, text, fixed, done]) => {
  expect(fix(text)).toEqual({ text: fixed, done });
  expect(fix(fixed)).toEqual({ text: fixed, done: [] });
});

test.for<[name: string, text: string]>([
  ['what is in order', `Oil.[^a] Warm.[^b]\n\n${a}\n\n${b}\n`],
  ['what is in order, with more room between', `Oil.[^a] Warm.[^b]\n\n${a}\n\n\n${b}\n`],
  ['no footnotes', 'Oil went west.\n'],
  ['two footnotes with one label', `Oil.[^a]\n\n${a}\n\n${a}\n`],
  ['two footnotes with one label out of order', `Warm.[^b] Oil.[^a]\n\n${a}\n\n${a}\n\n${b}\n`],
  ['footnotes with other text between them', `Warm.[^b] Oil.[^a]\n\n${a}\n\nOther text.\n\n${b}\n`],
  ['a citation that cannot be read', 'Oil.[^a]\n\n[^a]: @memo “Oil went west\n'],
])('%s is left as it is', ([, text]) => {
  expect(fix(text)).toEqual({ text, done: [] });
});
