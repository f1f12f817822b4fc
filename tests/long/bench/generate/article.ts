import { type Random, seeded } from '../../faults/random.ts';
import { dayMonthYear, type FactDate, monthAndYear } from './fact.ts';
import type { CitableFact, GeneratedSource } from './source.ts';
import { PLACES, pick, shuffle, THEMES, type ThemeSlug } from './vocabulary.ts';

/** A generated article. */
export interface GeneratedArticle {
  readonly slug: string;
  readonly theme: ThemeSlug;
  readonly text: string;
}

/** A footnote, and the facts that it proves. */
interface Note {
  readonly label: string;
  readonly definition: string;
  readonly facts: readonly CitableFact[];
}

/** Sentences about a passage, in which nothing can be compared. */
const REMARKS = [
  'On whose word this rests, the text does not say.',
  'No reply of the other side is printed.',
  'What became of it later is left open.',
  'The text tells this in its own voice and names nobody.',
  'Why it was so, cannot be told from these lines.',
  'The words around it speak of the weather and of the roads.',
];
const HEADINGS = [
  'What was counted',
  'Agreements and openings',
  'Who spoke of it',
  'The towns',
  'Trade and travel',
  'What is left open',
];

/** Write the slug of an article: no other file has to be known for it. */
export function slugOf(index: number): string {
  return `${pick(seeded(index), PLACES).toLowerCase()}-${String(index + 1).padStart(4, '0')}`;
}

/** Make an article with 5 to 10 footnotes, the same for the same seed; `count` is that of all articles. */
export function generateArticle(
  index: number,
  count: number,
  sources: readonly GeneratedSource[],
  seed: number,
): GeneratedArticle {
  const random = seeded(seed + 104_729 * (index + 1));
  const theme = pick(random, THEMES);
  const cited = Array.from({ length: 3 }, () => pick(random, sources));
  const notes = makeNotes(5 + random.below(6), theme, cited, random);
  const facts = notes.flatMap((note) => note.facts);
  const others = Array.from({ length: 3 }, () => slugOf(random.below(count)));
  const related = [...new Set(others)].filter((slug) => slug !== slugOf(index));

  // A title names what the passages name.
  const named = shuffle(random, PLACES).filter((place) => facts.some(({ printed }) => printed.includes(place)));
  const [first, second = first] = named;
  const kinds: ThemeSlug[] = random.below(3) === 0 ? [theme, pick(random, THEMES)] : [theme];
  const matter = [
    `title: ${first} and ${second}`,
    `description: What the texts tell of ${first} and ${second}, of their trade, their harbors and their agreements, each with its passage.`,
    `themes: [${[...new Set(kinds)].join(', ')}]`,
    `asOf: "${asOf(facts, random.below(8) === 0 ? cited.filter(({ id }) => facts.some(({ sourceId }) => sourceId === id)) : [])}"`,
    `related: [${related.join(', ')}]`,
    'updated: 2026-11-23',
  ];
  const body = writeBody(notes, related[0], random);
  const text = `---\n${matter.join('\n')}\n---\n\n${body}\n\n${notes.map(({ definition }) => definition).join('\n\n')}\n`;
  return { slug: slugOf(index), theme, text };
}

/** Cite facts of some sources in footnotes, each fact in one of them. */
export function makeNotes(
  count: number,
  theme: ThemeSlug,
  sources: readonly GeneratedSource[],
  random: Random,
): Note[] {
  const used = new Set<CitableFact>();
  const choose = ({ facts }: GeneratedSource): CitableFact => {
    const free = facts.filter((fact) => !used.has(fact));
    const fitting = free.filter((fact) => fact.theme === theme);
    const fact = pick(random, fitting.length > 0 ? fitting : free);
    used.add(fact);
    return fact;
  };
  return Array.from({ length: count }, (_, index): Note => {
    const source = pick(random, sources);
    const fact = choose(source);
    const label = `${fact.place.toLowerCase()}-${index + 1}`;
    const near = random.below(4) === 0 ? neighbor(fact, source) : undefined;
    const more = !near && random.below(4) === 0 ? choose(pick(random, sources)) : undefined;
    const citations = [near ? cite(fact, `${fact.printed} […] ${near.printed}`) : cite(fact, fact.printed)];
    if (more) citations.push(cite(more, more.printed));
    const remark = random.below(4) === 0 ? '\n\n    The passage was read with the lines around it.' : '';
    return {
      label,
      definition: `[^${label}]: ${citations.map((citation) => hang(citation, random.below(2) === 0)).join('\n    ')}${remark}`,
      facts: [fact, ...[near, more].filter((other) => other !== undefined)],
    };
  });
}

/** The next fact, if it is so near that `[…]` may join both in one quote, and does not touch. */
function neighbor(fact: CitableFact, { facts }: GeneratedSource): CitableFact | undefined {
  const next = facts[facts.indexOf(fact) + 1];
  const gap = next ? next.at - fact.at - fact.printed.length : 0;
  return gap > 3 && gap < 350 ? next : undefined;
}

function cite({ sourceId, line }: CitableFact, quote: string): string {
  // Some editors say where, although the words occur only once.
  const locator = line % 7 === 0 ? `#L${line}` : '';
  return `@${sourceId}${locator} "${quote}"`;
}

/** Wrap a citation as an editor would, with its further lines indented. */
function hang(citation: string, isWrapped: boolean): string {
  return isWrapped ? citation.replace(/(.{90,110}) /g, '$1\n    ') : citation;
}

/** Say how far the passages reach in time; of some sources, which of their days is the latest. */
function asOf(facts: readonly CitableFact[], whole: readonly GeneratedSource[]): string {
  const sorted = facts.map(({ date }) => date).sort((a, b) => value(a) - value(b));
  const [first, last] = [sorted[0], sorted.at(-1)].map((date) => (date ? monthAndYear(date) : ''));
  const reach = `The texts behind this article reach from ${first} to ${last}.`;
  const latest = whole
    .flatMap((source) => source.facts.flatMap(({ date }) => (date.day === undefined ? [] : [date])))
    .sort((a, b) => value(b) - value(a))[0];
  return latest ? `${reach} The latest day that they name is ${dayMonthYear(latest)}.` : reach;
}

function value({ year, month = 0, day = 0 }: FactDate): number {
  return year * 10_000 + month * 100 + day;
}

/** Tell each fact once, some of them in a list or a table, with remarks between them. */
function writeBody(notes: readonly Note[], link: string | undefined, random: Random): string {
  const told = notes.flatMap(({ label, facts }) => facts.map((fact) => ({ fact, mark: `[^${label}]` })));
  const blocks: string[] = [];
  const headings = shuffle(random, HEADINGS);
  let paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push(paragraph.join(' '));
    paragraph = [];
  };
  for (const [index, { fact, mark }] of told.entries()) {
    if (index > 0 && index % 3 === 0) {
      close();
      const heading = headings.pop();
      if (heading) blocks.push(`## ${heading}`);
    }
    paragraph.push(`${fact.claim}${mark}`);
    if (random.below(2) === 0) paragraph.push(`${pick(random, REMARKS)}${mark}`);
    if (random.below(3) === 0) close();
  }
  const [first] = told;
  if (link && first)
    paragraph.push(
      `More of this stands in [another article](/articles/${link}/), and before it in [the source](/sources/${first.fact.sourceId}/#L${first.fact.line}).${first.mark}`,
    );
  close();
  if (random.below(3) === 0) {
    const rows = told.slice(0, 4).map(({ fact: { row }, mark }) => `| ${row[0]} | ${row[1]} | ${row[2]}${mark} |`);
    blocks.push('## Side by side', `| Who or where | What | When |\n| --- | --- | --- |\n${rows.join('\n')}`);
  }
  if (random.below(2) === 0) {
    const items = told.slice(-3).map(({ fact, mark }) => `- ${fact.claim}${mark}\n- ${pick(random, REMARKS)}${mark}`);
    blocks.push('## In short', items.join('\n'));
  }
  return blocks.join('\n\n');
}
