import { type Anatomy, replaceAt } from './anatomy.ts';
import type { Random } from './random.ts';

type Footnote = Anatomy['footnotes'][number];

/** A change of one footnote and its references; undefined where there is nothing to change. */
export type FootnoteChange = (anatomy: Anatomy, footnote: Footnote, random: Random) => string | undefined;

const definition =
  (now: (written: string, footnote: Footnote) => string): FootnoteChange =>
  ({ text }, footnote) =>
    replaceAt(text, [footnote], (written) => now(written, footnote));

/** Change all references to the footnote outside footnotes. */
const references =
  (now: (written: string, label: string) => string): FootnoteChange =>
  ({ text, references }, { identifier }) =>
    replaceAt(
      text,
      references.filter((reference) => reference.identifier === identifier),
      (written) => now(written, written.slice(2, -1)),
    );

const other = ({ footnotes }: Anatomy, { identifier }: Footnote, random: Random): Footnote | undefined => {
  const others = footnotes.filter((footnote) => footnote.identifier !== identifier);
  return others[random.below(others.length)];
};

/** Each of these separates a claim from its evidence: all must be caught. */
export const FOOTNOTE_FAULTS: Readonly<Record<string, FootnoteChange>> = {
  'footnote removed': definition(() => ''),
  'references removed': references(() => ''),
  'label changed in the footnote only': definition((written, { label }) => written.replace(label, `${label}-q`)),
  'label changed in the references only': references((_written, label) => `[^${label}-q]`),
  'homoglyph in the label of the references': references((written) =>
    written.replace(/[aceopxy0-9]/, (letter) => [...'асеорхуОІ234567890'][`aceopxy0123456789`.indexOf(letter)] ?? 'q'),
  ),
  'invisible character in the label of the references': references((_written, label) => `[^${label}\u200b]`),
  'space in the label of the references': references((_written, label) => `[^${label} 2]`),
  'space before the label': references((_written, label) => `[ ^${label}]`),
  'mark of the label lost': references((_written, label) => `[${label}]`),
  'footnote twice, with another quote': (anatomy, footnote, random) => {
    const second = other(anatomy, footnote, random);
    if (!second) return undefined;
    const { text } = anatomy;
    const copy = text.slice(second.start, second.end).replace(`[^${second.label}]`, `[^${footnote.label}]`);
    return `${text.trimEnd()}\n\n${copy}\n`;
  },
  'footnote twice, with the same quote': ({ text }, { start, end }) =>
    `${text.trimEnd()}\n\n${text.slice(start, end)}\n`,
  'footnote in a comment': definition((written) => `{/* ${written} */}`),
  'footnote as code': definition((written) => `\`\`\`\n${written}\n\`\`\``),
  'footnote in an expression': definition((written) => `{${JSON.stringify(written)}}`),
  'footnote in an attribute': definition((written) => `<Event title={${JSON.stringify(written)}} />`),
  'footnote without its colon': definition((written) => written.replace(']:', ']')),
  'footnote in a paragraph': ({ text }, { start }) => `${text.slice(0, start)}As said: ${text.slice(start)}`,
  'footnote without a citation': (anatomy, { citations }) =>
    citations && replaceAt(anatomy.text, [citations], () => 'A remark without evidence.'),
  'remark before the citation': (anatomy, { citations }) =>
    citations && replaceAt(anatomy.text, [citations], (written) => `As the text says: ${written}`),
  'citation in a later paragraph': (anatomy, { citations }) =>
    citations && replaceAt(anatomy.text, [citations], (written) => `A remark.\n\n    ${written}`),
  'citation in a list': (anatomy, { citations }) =>
    citations && replaceAt(anatomy.text, [citations], (written) => `- ${written}`),
  'citation as a blockquote': (anatomy, { citations }) =>
    citations && replaceAt(anatomy.text, [citations], (written) => `> ${written}`),
  'references in a comment': references((written) => `{/* ${written} */}`),
  'references in an expression': references((written) => `{"${written}"}`),
  'references in an attribute': references((written) => `<b lang="${written}">so</b>`),
  'references as code': references((written) => `\`${written}\``),
  'references escaped': references((written) => `\\${written}`),
  'references in the text of a picture': references((written) => `![so${written}](/favicon.svg)`),
  'references in an address': references((written) => `[so](/articles/ "${written}")`),
  'references in a footnote only': (anatomy, footnote, random) => {
    const second = other(anatomy, footnote, random);
    if (!second) return undefined;
    const bare = replaceAt(
      anatomy.text,
      [
        ...anatomy.references.filter(({ identifier }) => identifier === footnote.identifier),
        { start: second.end, end: second.end },
      ],
      (written) => (written === '' ? `\n\n    See there.[^${footnote.label}]\n\n` : ''),
    );
    return bare;
  },
};

/**
 * Numbers, but not years, of the sentences that rest on the footnote alone: those with no other one in or after them.
 */
function figuresOf({ text, footnotes }: Anatomy, { label }: Footnote): string[] {
  const block = text.slice(0, Math.min(...footnotes.map(({ start }) => start)));
  const sentences = block.split(/\n\s*\n|(?<=\[\^[^\]]+\])\s/);
  return sentences
    .filter((words) => (words.match(/\[\^[^\]]+\]/g) ?? []).every((reference) => reference === `[^${label}]`))
    .filter((words) => words.includes(`[^${label}]`) && !/\{\/\*|</.test(words))
    .flatMap((words) => words.match(/(?<![\d,])(?:\d+,\d{3}|\d{1,3})(?![\d,])/g) ?? []);
}

/** Give the footnote the citations of another one, which lack a figure of its sentences, and that one its own. */
export const swapCitations: FootnoteChange = (anatomy, footnote) => {
  const { text, footnotes } = anatomy;
  const { citations } = footnote;
  const figures = figuresOf(anatomy, footnote);
  const second = footnotes.find(
    (one) =>
      one.citations && figures.some((figure) => !text.slice(one.citations?.start, one.citations?.end).includes(figure)),
  );
  if (!citations || !second?.citations || second.identifier === footnote.identifier) return undefined;
  const [own, others] = [citations, second.citations].map(({ start, end }) => text.slice(start, end));
  return replaceAt(text, [citations, second.citations], (written) => String(written === own ? others : own));
};

/** Each of these leaves every footnote with its claim: none may be reported. */
export const FOOTNOTE_HARMLESS: Readonly<Record<string, FootnoteChange>> = {
  'label changed in both places': ({ text }, { label }) => text.replaceAll(`[^${label}]`, `[^other-${label}]`),
  'label in capitals in the references': references((written) => written.toUpperCase()),
  'label of digits': ({ text }, { label }) => text.replaceAll(`[^${label}]`, '[^1234567]'),
  'label of other letters': ({ text }, { label }) => text.replaceAll(`[^${label}]`, '[^kızıl-сад]'),
  'label of a property': ({ text }, { label }, random) =>
    text.replaceAll(`[^${label}]`, `[^${['__proto__', 'constructor', 'toString', 'hasOwnProperty'][random.below(4)]}]`),
  'footnote first': ({ text, body }, { start, end }) =>
    `${text.slice(0, body)}${text.slice(start, end)}\n\n${text.slice(body, start)}${text.slice(end)}`,
  'footnote last': ({ text }, { start, end }) =>
    `${text.slice(0, start)}${text.slice(end).trimEnd()}\n\n${text.slice(start, end)}\n`,
};
