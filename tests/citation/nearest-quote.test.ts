import { expect, test } from 'vitest';
import { checkCitations } from '#citation/check.ts';
import { applyEdits, nearestQuote } from '#citation/nearest-quote.ts';
import { parseMdx } from '#markdown/parse.ts';
import { sourceOf } from '../source-of.ts';

const LONG = Array.from({ length: 60 }, (_, day) => `on day ${day} it was still`).join(', ');
const memo = sourceOf(
  'memo',
  `From: clerk@harbour.example
The port of Almar shipped 11 percent more grain in 2023. Most of it went west, on 40 ships of the line.
The port of Bélan shipped 19 percent more wood in 2023. A *second* quay_is planned for the ferry.
The storm closed the port of Vellin.
The storm closed the port of Vellin.
In May ${LONG} and then it ended.
`,
  'regions: [{ kind: withheld, lines: 1, reason: Header }]',
);
const log = sourceOf('log', 'The ferry of Vellin stays in the harbour in May.\n');
const sources = new Map([memo, log].map((source) => [source.id, source]));

/** The citations of a footnote after the repair of all that can be repaired, and what is said of it. */
function repair(citations: string) {
  const text = `Oil.[^a]\n\n[^a]: ${citations}\n`;
  const parsed = parseMdx(text, 'a.mdx');
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  const checked = checkCitations(parsed.tree, text, 'a.mdx', sources);
  const edits = checked.citations.flatMap((citation) => {
    const problem = checked.problems.find(({ place }) => place?.start.offset === citation.place.start.offset);
    const source = sources.get(citation.sourceId);
    return problem && source ? nearestQuote(problem, citation, text, source) : [];
  });
  return {
    fixed: applyEdits(text, edits).slice('Oil.[^a]\n\n[^a]: '.length, -1),
    said: edits.map(({ before, after }) => `${before} → ${after}`),
  };
}

test.for<[name: string, citations: string, fixed: string, ...said: string[]]>([
  [
    'a word',
    '@memo "Most of it went east, on 40 ships"',
    '@memo "Most of it went west, on 40 ships"',
    '…of it went east, on 40 ships → …of it went west, on 40 ships',
  ],
  [
    'a figure',
    '@memo "shipped 12 percent more grain in 2023"',
    '@memo "shipped 11 percent more grain in 2023"',
    'shipped 12 percent more grain… → shipped 11 percent more grain…',
  ],
  [
    'a word too few',
    '@memo "port of Almar shipped 11 percent grain"',
    '@memo "port of Almar shipped 11 percent more grain"',
    '…shipped 11 percent grain → …shipped 11 percent more grain',
  ],
  [
    'words too few after the first',
    '@memo "Most went west, on 40 ships"',
    '@memo "Most of it went west, on 40 ships"',
    'Most went west, on 40… → Most of it went west, on 40…',
  ],
  [
    'a word too many',
    '@memo "Most of it all went west, on 40 ships"',
    '@memo "Most of it went west, on 40 ships"',
    'Most of it all went west, on 40… → Most of it went west, on 40…',
  ],
  [
    'an end inside a word',
    '@memo "Most of it went west, on 40 sh"',
    '@memo "Most of it went west, on 40 ships"',
    '…west, on 40 sh → …west, on 40 ships',
  ],
  [
    'two parts, over line breaks, which stay where nothing differs',
    '@memo “The port of Almar\n    shiped 11 percent […]\n    Most of it went westward, on\n    40 ships”; @log "The ferry of Vellin"',
    '@memo “The port of Almar\n    shipped 11 percent […]\n    Most of it went west, on\n    40 ships”; @log "The ferry of Vellin"',
    '…port of Almar shiped 11 percent → …port of Almar shipped 11 percent',
    '…of it went westward, on 40 ships → …of it went west, on 40 ships',
  ],
  [
    'one of two places alike, where the lines say which',
    '@memo#L5 "The storm closed the port of Velin."',
    '@memo#L5 "The storm closed the port of Vellin."',
    '…the port of Velin. → …the port of Vellin.',
  ],
  [
    'words that Markdown would read as markup',
    '@memo "A third quay is planned for the ferry."',
    '@memo "A \\*second\\* quay\\_is planned for the ferry."',
    'A third quay is planned for the… → A *second* quay_is planned for the…',
  ],
  [
    'the same in a literal quote',
    '@memo `A third quay is planned for the ferry.`',
    '@memo `A *second* quay_is planned for the ferry.`',
    'A third quay is planned for the… → A *second* quay_is planned for the…',
  ],
  [
    'a long quote, near its end',
    `@memo "${LONG} and so it ended."`,
    `@memo "${LONG} and then it ended."`,
    '…was still and so it ended. → …was still and then it ended.',
  ],
])('a quote that differs in %s gets the words of the only nearest place', ([, citations, fixed, ...said]) => {
  expect(repair(citations)).toEqual({ fixed, said });
  expect(repair(fixed)).toEqual({ fixed, said: [] });
});

test.for([
  ['whose words are there', '@memo "Most of it went west, on 40 ships"'],
  ['with two nearest places', '@memo "shipped 15 percent more"'],
  ['of a sentence that is printed twice', '@memo "The storm closed the port of Velin."'],
  ['with nothing like it on its lines', '@memo#L2 "The storm closed the port of Velin."'],
  ['that another source has', '@memo "The ferry of Vellin stays in the harbour"'],
  ['that another source has nearly', '@memo "The ferry of Vellin stays in a harbour in May"'],
  ['like nothing in the source', '@memo "Zebras jump quickly over my lazy fox"'],
  ['like withheld words only', '@memo "From: clark@harbour.example"'],
  ['with its parts in the wrong order', '@memo "Most of it went west […] The port of Almar"'],
  ['with a part too far from the other', '@memo "The port of Almar […] and then it endet."'],
  ['with lines that are wrong', '@memo#L4 "Most of it went west, on 40 ships"'],
  ['too short to tell', '@memo "went east"'],
  ['of an unknown source', '@memos "Most of it went east, on 40 ships"'],
  ['whose long rest differs', `@memo "${LONG.slice(0, 320)}${' zebra'.repeat(90)}"`],
])('a quote %s stays as it is', ([, citations = '']) => {
  expect(repair(citations)).toEqual({ fixed: citations, said: [] });
});
