import { readdirSync } from 'node:fs';
import { readSiteOf } from '#io/read-corpus.ts';
import { replaceAt } from './anatomy.ts';
import { type DocumentChange, footnoteInDocument } from './documents.ts';
import { FOOTNOTE_FAULTS, swapCitations } from './footnotes.ts';
import type { Random } from './random.ts';

const { address: SITE_ADDRESS } = readSiteOf(process.cwd());
const [article = ''] = readdirSync('content/articles').sort();
/** One whose third line is published. */
const source =
  readdirSync('sources')
    .sort()
    .findLast((file) => file.endsWith('.txt')) ?? '';
const ARTICLE = `/articles/${article.replace(/\.mdx$/, '')}/`;
const SOURCE = `/sources/${source.replace(/\.txt$/, '')}`;

const PARAGRAPH = 'Ships carried grain to the west.';

/** Put a block between two others, or after the last. */
const between =
  (block: string): DocumentChange =>
  ({ text, blocks }, random) => {
    const { end = 0 } = blocks[random.below(blocks.length)] ?? {};
    return [`${text.slice(0, end)}\n\n${block}\n\n${text.slice(end)}`];
  };

/** Put something into a paragraph, after its first word. */
const inside =
  (words: string): DocumentChange =>
  ({ text, prose }, random) => {
    const runs = prose.filter(
      ({ isInFootnote, start, end }) => !isInFootnote && /\S \p{L}/u.test(text.slice(start, end)),
    );
    const run = runs[random.below(runs.length)];
    if (!run) return [];
    const at = text.indexOf(' ', run.start + 1);
    return [`${text.slice(0, at)} ${words}${text.slice(at)}`];
  };

/** Four of many places: each takes a check of the whole document. */
function some<Place>(places: readonly Place[], random: Random): Place[] {
  const first = random.below(Math.max(1, places.length));
  return [...places.slice(first), ...places.slice(0, first)].slice(0, 4);
}

const isExempt = (text: string) => text.includes('citations-ignore');

/** Put a quotation into a paragraph. */
function said(words: string): DocumentChange {
  return (subject, random, others) => (isExempt(subject.text) ? [] : inside(words)(subject, random, others));
}

/** Go on after a reference that ends a paragraph. */
function afterReference(words: string): DocumentChange {
  return ({ text, blocks, references }, random) => {
    if (isExempt(text)) return [];
    const ends = blocks.filter(
      ({ type, start, end }) =>
        type === 'paragraph' && references.some((part) => start < part.start && part.end === end),
    );
    return some(ends, random).map(({ end }) => `${text.slice(0, end)}${words}${text.slice(end)}`);
  };
}

/** Each of these breaks a document, one place at a time: all must be caught. */
export const DOCUMENT_FAULTS: Readonly<Record<string, DocumentChange>> = {
  ...Object.fromEntries(
    Object.entries(FOOTNOTE_FAULTS).map(([name, change]) => [`${name}, in its document`, footnoteInDocument(change)]),
  ),
  'citations swapped with those of another footnote, which lack a figure': (subject, random) =>
    subject.footnotes.flatMap((footnote) => swapCitations(subject, footnote, random) ?? []),
  'cut off': ({ text, footnotes, references }, random) =>
    Array.from({ length: 8 }, () => 1 + random.below(text.trimEnd().length - 1)).flatMap((at) => {
      // What is left may be sound, but not a reference whose footnote is gone, or a quote that is cut.
      const isLost = references.some(
        ({ end, identifier }) =>
          end <= at && !footnotes.some((footnote) => footnote.identifier === identifier && footnote.start < at),
      );
      const isCut = footnotes.some(({ start, citations }) => citations && start < at && at < citations.start + 20);
      return isLost || isCut ? [text.slice(0, at)] : [];
    }),
  'footnote of another document': ({ text }, random, others) => {
    const other = others[random.below(others.length)];
    const footnote = other?.footnotes[random.below(other.footnotes.length)];
    return other && footnote ? [`${text}\n${other.text.slice(footnote.start, footnote.end)}\n`] : [];
  },
  'paragraph without a footnote': (subject, random, others) =>
    isExempt(subject.text) ? [] : between(PARAGRAPH)(subject, random, others),
  'sentence without a footnote': afterReference(` ${PARAGRAPH}`),
  'sentence without a footnote that begins with a number': afterReference(' 40 ships carried grain to the west.'),
  'sentence without a footnote that begins with a small letter': afterReference(' iShips carried grain to the west.'),
  'sentence without a footnote in a line of its own': afterReference('<br/>the ships carried grain to the west.'),
  'words that nobody said in an element': said('<q>worst ships of all</q>'),
  'words that nobody said in single marks': said("'worst ships of all'"),
  'words that nobody said in a block quotation': (subject, random, others) => {
    const { label } = subject.references[random.below(subject.references.length)] ?? {};
    return label === undefined
      ? []
      : between(`> These were the worst ships of all.[^${label}]`)(subject, random, others);
  },
  'reference in a link': (subject, random, others) => {
    const { label } = subject.references[random.below(subject.references.length)] ?? {};
    return label === undefined ? [] : inside(`[so[^${label}]](/articles/)`)(subject, random, others);
  },
  'references of a paragraph removed': ({ text, blocks, references }, random) => {
    if (isExempt(text)) return [];
    const paragraphs = blocks.filter(({ type }) => type === 'paragraph');
    return some(paragraphs, random).flatMap(({ start, end }) => {
      const own = references.filter((part) => start < part.start && part.end <= end);
      const isIntroduction = text
        .slice(start, end)
        .replaceAll(/\[\^[^\]]+\]/g, '')
        .endsWith(':');
      return own.length === 0 || isIntroduction ? [] : [replaceAt(text, own, () => '')];
    });
  },
  'words in an expression': inside('{"in 1999"}'),
  'expression of its own': between(`{"${PARAGRAPH}"}`),
  'expression that counts': inside('{1 + 1}'),
  'words in an exported value': between(`export const words = "${PARAGRAPH}"`),
  'module that is imported': between("import Words from '../../words.mdx'"),
  'script element': between('<script>document.title = "so"</script>'),
  'style element': between('<style>{"p { display: none }"}</style>'),
  'frame of another site': between('<iframe src="https://example.com/" />'),
  'markup that Astro sets': between(`<p set:html="${PARAGRAPH}" />`),
  'words that Astro sets': between(`<p set:text="${PARAGRAPH}" />`),
  'handler of an event': inside('<b onclick="alert(1)">so</b>'),
  'words in a title': inside('<b title="in 1999">so</b>'),
  'words in a label': inside('<b aria-label="in 1999">so</b>'),
  'text of a picture element': inside('<img src="/favicon.svg" alt="in 1999" />'),
  'style of an element': inside('<b style="display:none">so</b>'),
  'component that nobody knows': between('<Quote>So.</Quote>'),
  'event without a footnote': between(`<Event date="1999" themes="energy">${PARAGRAPH}</Event>`),
  'expression between two comments': inside('{/* so */ "in 1999" /* it is */}'),
  'expression in a footnote': ({ text, footnotes }, random) => {
    const { end = 0 } = footnotes[random.below(footnotes.length)] ?? {};
    return end === 0 ? [] : [`${text.slice(0, end)}\n\n    A remark {"in 1999"}.\n${text.slice(end)}`];
  },
  'object that is embedded': between('<object data="/favicon.svg" />'),
  'form that is sent': between('<form action="https://example.com/"><button>so</button></form>'),
  'link to a page that is not there': inside('[so](/articles/nothing/)'),
  'link to nothing': inside('[so]()'),
  'link to the same page': inside('[so](#)'),
  'link to nothing in an element': inside('<a href="">so</a>'),
  'link to a page of this site by its whole address': inside(`[so](${SITE_ADDRESS}articles/nothing/)`),
  'link to a page of this site by its host': inside(`[so](${SITE_ADDRESS.replace('https:', '')}articles/nothing/)`),
  'link with a slash too many': inside(`[so](/${ARTICLE})`),
  'link without its last slash': inside(`[so](${ARTICLE.slice(0, -1)}?so)`),
  'link to a file of a page': inside(`[so](${ARTICLE}index.html)`),
  'link in capitals': inside(`[so](${ARTICLE.toUpperCase()})`),
  'link from the page': inside(`[so](..${ARTICLE.slice('/articles'.length)})`),
  'link to a line after the text': inside(`[so](${SOURCE}/#L99999)`),
  'link to a note that is not there': inside('[so](#note-fn-nothing)'),
  'link to a text that is not there': inside('[so](/sources/nothing.txt)'),
  'placeholder in the prose': inside('TODO'),
  'placeholder of a new article': between('{/* Write sentences here, each with a reference. */}'),
  'link to a script': inside('[so](javascript:alert(1))'),
  'link to a script in capitals': inside('[so](JAVASCRIPT:alert(1))'),
  'link to a script in an element': inside('<a href="javascript:alert(1)">so</a>'),
  'link to a script by reference': ({ text }) => [`${text}\nSo [it is][so].\n\n[so]: javascript:alert(1)\n`],
  'link to data': inside('[so](data:text/html,so)'),
  'picture of another site': inside('![so](https://example.com/so.png)'),
  'picture of another site by reference': ({ text }) => [`${text}\n![so][so]\n\n[so]: https://example.com/so.png\n`],
  'theme that is not there': ({ text }) =>
    /^themes: \[/m.test(text) ? [text.replace(/^themes: \[/m, 'themes: [nothing, ')] : [],
  'element that is left open': between('<div>'),
  'brace that is left open': inside('{'),
  'digit of the prose changed': (subject, random) => changeDigits(subject, random),
};

/** Digits of the prose changed, where the new figure is in no quote of the document and no date. */
function changeDigits({ text, prose, footnotes, document }: Parameters<DocumentChange>[0], random: Random): string[] {
  if (isExempt(text)) return [];
  const quotes = [document.text.slice(0, 1000), ...footnotes.map(({ start, end }) => text.slice(start, end))].join(
    '\n',
  );
  const plain = quotes.replace(/(?<=\d),(?=\d)/g, '');
  const figures = prose
    .filter(({ isInFootnote }) => !isInFootnote)
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\d[\d,.]*\d|\d/g)].map(({ 0: digits, index }) => ({
        start: start + index,
        end: start + index + digits.length,
      })),
    );
  return figures.flatMap((span) => {
    const written = text.slice(span.start, span.end);
    const places = [...written.matchAll(/\d/g)];
    const at = places[random.below(places.length)]?.index ?? 0;
    const digit = Number(written[at]);
    const now = written.slice(0, at) + (digit === 9 ? 8 : digit + 1) + written.slice(at + 1);
    const value = now.replaceAll(',', '').replace(/\.$/, '');
    const stands = new RegExp(`(?<!\\d)${value.replaceAll('.', '\\.')}(?!\\d)`).test(plain);
    return stands ? [] : [text.slice(0, span.start) + now + text.slice(span.end)];
  });
}

/** Addresses that the site serves, or that lead to other sites. */
const SOUND = [
  '/search/?q=oil',
  `${SOURCE}.txt`,
  `${SOURCE}.bib`,
  `${SOURCE}/#L3`,
  `${ARTICLE.slice(0, -1)}.md`,
  ARTICLE.replace(/(?<=s\/)./, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  `${SITE_ADDRESS}${ARTICLE.slice(1)}`,
  `${SITE_ADDRESS.replace('https:', '')}atom.xml`,
  '/llms.txt',
  '//example.com/nothing/',
  '#top',
];

/** Each of these turns a document into another that says the same: none may be reported. */
export const DOCUMENT_HARMLESS: Readonly<
  Record<string, (subject: Parameters<DocumentChange>[0], random: Random) => string>
> = {
  nothing: ({ text }) => `${text}\n`,
  'wrapped at other places': ({ text, prose }, random) =>
    replaceAt(text, prose, (words) =>
      // A word that begins a line must not begin another block.
      words.replace(/(?<=[\p{L},.;])\s+(?=\p{L})/gu, (space) => (random.below(4) === 0 ? '\n' : space)),
    ),
  'each paragraph on one line': ({ text, prose }) => replaceAt(text, prose, (words) => words.replace(/\s+/g, ' ')),
  'no-break spaces': ({ text, prose }) => replaceAt(text, prose, (words) => words.replace(/(?<=\S) (?=\S)/g, '\u00a0')),
  'curly marks': ({ text, prose }) =>
    replaceAt(
      text,
      prose.filter(({ isInFootnote }) => !isInFootnote),
      (words) => words.replace(/(?<=\p{L})'(?=\p{L})/gu, '’'),
    ),
  'curly quotation marks': ({ text, blocks, prose }) => {
    const marks = blocks
      .filter(({ type }) => type === 'paragraph')
      .flatMap((block) =>
        prose
          .filter(({ start, end }) => block.start <= start && end <= block.end)
          .flatMap(({ start, end }) => [...text.slice(start, end).matchAll(/"/g)].map(({ index }) => start + index))
          .map((start, index) => ({ start, end: start + 1, mark: index % 2 === 0 ? '“' : '”' })),
      );
    const now = new Map(marks.map(({ start, mark }) => [start, mark]));
    return replaceAt(text, marks, (written, { start }) => now.get(start) ?? written);
  },
  'single quotation marks': (subject) => changeMarks(subject, (words) => `'${words}'`),
  'quotations in elements': (subject) => changeMarks(subject, (words) => `<q>${words}</q>`),
  'carriage returns': ({ text }) => text.replaceAll('\n', '\r\n'),
  'no line break at the end': ({ text }) => text.trimEnd(),
  'more blank lines': ({ text, blocks, footnotes }) =>
    replaceAt(
      text,
      [...blocks, ...footnotes].map(({ start }) => ({ start, end: start })),
      () => '\n\n',
    ),
  'all labels changed': ({ text, footnotes }) =>
    text.replace(/\[\^([^\]]+)\]/g, (written, label) =>
      footnotes.some((footnote) => footnote.label === label) ? `[^note-${label}]` : written,
    ),
  'all labels numbers': ({ text, footnotes }) =>
    text.replace(/\[\^([^\]]+)\]/g, (written, label) => {
      const at = footnotes.findIndex((footnote) => footnote.label === label);
      return at === -1 ? written : `[^${at + 1}]`;
    }),
  'footnotes first': (subject) => rearrange(subject, (blocks, notes) => [...notes, ...blocks]),
  'footnotes last': (subject) => rearrange(subject, (blocks, notes) => [...blocks, ...notes]),
  'footnotes in another order': (subject) => rearrange(subject, (blocks, notes) => [...blocks, ...notes.toReversed()]),
  'footnotes in the middle': (subject) =>
    rearrange(subject, (blocks, notes) => {
      const middle = Math.floor(blocks.length / 2);
      return [...blocks.slice(0, middle), ...notes, ...blocks.slice(middle)];
    }),
  'footnotes between the blocks': (subject) =>
    rearrange(subject, (blocks, notes) => [
      ...blocks.flatMap((block, index) => [block, ...notes.slice(index, index + 1)]),
      ...notes.slice(blocks.length),
    ]),
  'words like footnotes in code': ({ text }) =>
    `${text}\n\`\`\`mdx\nSo it is.[^nowhere]\n\n[^nowhere]: @nothing "words that no text has"\n\`\`\`\n`,
  'words like footnotes in comments': ({ text }) =>
    `${text}\n{/* So it is.[^nowhere] [^nowhere]: @nothing "words that no text has" */}\n`,
  'links in a remark': ({ text, footnotes }) => {
    const { end = 0 } = footnotes[0] ?? {};
    const links = SOUND.map((address) => `[so](${address})`).join(' ');
    return end === 0 ? text : `${text.slice(0, end)}\n\n    ${links}\n${text.slice(end)}`;
  },
  'comments between the blocks': ({ text, blocks }) =>
    replaceAt(
      text,
      blocks.map(({ start }) => ({ start, end: start })),
      () => '{/* A remark in 1999. */}\n\n',
    ),
  'words set off': ({ text, prose }, random) =>
    replaceAt(
      text,
      prose.filter(({ isInFootnote }) => !isInFootnote),
      (words) => words.replace(/(?<=\s)\p{L}{4,}(?=\s)/gu, (word) => (random.below(6) === 0 ? `**${word}**` : word)),
    ),
  'characters as references': ({ text, prose }, random) =>
    replaceAt(
      text,
      prose.filter(({ isInFootnote }) => !isInFootnote),
      (words) =>
        words.replace(/\p{L}/gu, (letter) => (random.below(40) === 0 ? `&#${letter.codePointAt(0)};` : letter)),
    ),
};

/** Write the words between quotation marks in another way, in whole paragraphs. */
function changeMarks({ text, prose }: Parameters<DocumentChange>[0], now: (words: string) => string): string {
  return replaceAt(
    text,
    prose.filter(({ isInFootnote }) => !isInFootnote),
    (run) => ((run.match(/"/g)?.length ?? 0) % 2 === 0 ? run.replace(/"([^"]*)"/g, (_, words) => now(words)) : run),
  );
}

function rearrange(
  { text, body, blocks, footnotes }: Parameters<DocumentChange>[0],
  order: (blocks: readonly string[], notes: readonly string[]) => readonly string[],
): string {
  const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  // A comment belongs to the block after it.
  const pieces: string[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (last?.endsWith('*/}')) pieces[pieces.length - 1] = `${last}\n\n${written(block)}`;
    else pieces.push(written(block));
  }
  return `${text.slice(0, body)}${order(pieces, footnotes.map(written)).join('\n\n')}\n`;
}

/** A key of the front matter at the border of a line, with its value. */
const KEYS = /^[a-zA-Z]+: .*\n/gm;

const eachKey =
  (now: (line: string) => string, pattern = KEYS) =>
  (matter: string): string[] =>
    [...matter.matchAll(pattern)].map(
      ({ 0: line, index }) => matter.slice(0, index) + now(line) + matter.slice(index + line.length),
    );

/** A key whose value is free words, without quotation marks. */
const WORDS = /^(?:title|description|asOf|label): (?!["'>]).*\n/gm;

export const MATTER_FAULTS: Readonly<Record<string, (matter: string) => readonly string[]>> = {
  'key of the front matter missing': eachKey(() => '', /^(?:title|description|themes|asOf|label): .*\n/gm),
  'key of the front matter unknown': eachKey((line) => `x${line}`),
  'key of the front matter in another case': eachKey((line) => line.charAt(0).toUpperCase() + line.slice(1)),
  'key of the front matter twice': eachKey((line) => line + line),
  'value of the front matter empty': eachKey(
    (line) => line.replace(/: .*/, ':'),
    /^(?!related|reading|names|aliases).*: .*\n/gm,
  ),
  'value of the front matter of another type': eachKey(
    (line) => line.replace(/: .*/, ': { so: it is }'),
    /^(?!aliases)[a-zA-Z]+: .*\n/gm,
  ),
  'words after # in the front matter': eachKey((line) => line.replace(/\n/, ' #1 and more\n'), WORDS),
  'placeholder in the front matter': eachKey((line) => line.replace(/: .*/, ': "To be written: so."'), WORDS),
  'alias in the front matter': eachKey((line) => line.replace(/: .*/, ': *title')),
  'merged keys in the front matter': (matter) => [matter.replace(/\n---\n$/, '\n<<: { title: So }\n---\n')],
  'front matter left open': (matter) => [matter.replace(/\n---\n$/, '\n')],
  'front matter removed': () => [''],
  'line before the front matter': (matter) => [`\n${matter}`],
};

export const MATTER_HARMLESS: Readonly<Record<string, (matter: string) => readonly string[]>> = {
  'comment after a value': eachKey(
    (line) => line.replace(/\n/, ' # a remark\n'),
    /^(?:(?:themes|related|reading|updated|order|names): .*|(?:title|description|asOf|label): ".*")\n/gm,
  ),
  'comment in the front matter': (matter) => [matter.replace('---\n', '---\n# A remark.\n')],
  'keys of the front matter in another order': (matter) => {
    const lines = matter.split('\n').slice(1, -2);
    return lines.every((line) => /^[a-zA-Z]+: \S/.test(line)) ? [`---\n${lines.toReversed().join('\n')}\n---\n`] : [];
  },
  'carriage returns in the front matter': (matter) => [matter.replaceAll('\n', '\r\n')],
};
