import { seeded } from '../../faults/random.ts';
import { makeNotes } from './article.ts';
import { toEdtf } from './fact.ts';
import type { CitableFact, GeneratedSource } from './source.ts';
import { PLACES, THEMES, type ThemeSlug } from './vocabulary.ts';

const THEME_NAMES: Readonly<Record<ThemeSlug, string>> = {
  diplomacy: 'Diplomacy',
  defense: 'Defense',
  energy: 'Energy and economy',
  townspeople: 'Communities and schools',
};

/**
 * Make the pages that each site has, however many articles it has: themes, home, people, places and a timeline. By
 * path.
 */
export function generatePages(sources: readonly GeneratedSource[], seed: number): [path: string, text: string][] {
  return [
    ...THEMES.map((theme, index): [string, string] => [`themes/${theme}.mdx`, themePage(theme, index, sources, seed)]),
    ['pages/home.mdx', homePage(sources, seed)],
    ['pages/people.mdx', peoplePage(sources)],
    ['pages/places.mdx', placesPage(sources)],
    ['pages/timeline.mdx', timelinePage(sources, seed)],
  ];
}

function themePage(theme: ThemeSlug, index: number, sources: readonly GeneratedSource[], seed: number): string {
  const notes = makeNotes(5, theme, sources, seeded(seed + index + 1));
  const sentences = notes.flatMap(({ label, facts }) => facts.map(({ claim }) => `${claim}[^${label}]`));
  const matter = {
    title: THEME_NAMES[theme],
    label: THEME_NAMES[theme],
    description: 'What the texts tell of this theme, each with its passage.',
    order: index + 1,
  };
  return page(matter, sentences.join(' '), notes);
}

function homePage(sources: readonly GeneratedSource[], seed: number): string {
  const notes = makeNotes(4, 'energy', sources, seeded(seed + 11));
  const items = notes.flatMap(({ label, facts }) => facts.map(({ claim }) => `- ${claim}[^${label}]`));
  return page(
    { title: 'A generated site', description: 'Towns that do not exist, and what texts tell of them.' },
    items.join('\n'),
    notes,
  );
}

/** Persons by their last name, which no other of them has, so that it alone names them. */
function peoplePage(sources: readonly GeneratedSource[]): string {
  const byName = new Map<string, CitableFact>();
  for (const fact of sources.flatMap(({ facts }) => facts)) {
    const last = fact.person?.split(' ')[1];
    if (last && !byName.has(last) && byName.size < 40) byName.set(last, fact);
  }
  return namesPage(
    'People',
    [...byName.values()].map((fact) => ({ name: fact.person ?? '', fact })),
  );
}

function placesPage(sources: readonly GeneratedSource[]): string {
  const facts = sources.flatMap(({ facts }) => facts);
  return namesPage(
    'Places',
    PLACES.flatMap((name) => {
      const fact = facts.find(({ place }) => place === name);
      return fact ? [{ name, fact }] : [];
    }),
  );
}

function namesPage(title: string, entries: readonly { readonly name: string; readonly fact: CitableFact }[]): string {
  const notes = entries.map(({ fact }, index) => noteOf(fact, index));
  const body = entries.map(({ name, fact }, index) => `### ${name}\n\n${fact.claim}[^n${index + 1}]`);
  const matter = { title, description: 'Who and what is named in the texts, and by which of them.', names: true };
  return page(matter, [`## ${title}`, ...body].join('\n\n'), notes);
}

function timelinePage(sources: readonly GeneratedSource[], seed: number): string {
  const facts = makeNotes(16, 'diplomacy', sources, seeded(seed + 17)).flatMap((note) => note.facts.slice(0, 1));
  const sorted = facts.toSorted((a, b) => (toEdtf(a.date) < toEdtf(b.date) ? -1 : 1));
  const events = sorted.map(
    (fact, index) =>
      `<Event date="${toEdtf(fact.date)}" themes="${fact.theme}">\n${fact.claim}[^n${index + 1}]\n</Event>`,
  );
  return page(
    { title: 'Timeline', description: 'What the texts date.' },
    ['## Dated events', ...events].join('\n\n'),
    sorted.map(noteOf),
  );
}

function noteOf({ sourceId, printed }: CitableFact, index: number) {
  return { definition: `[^n${index + 1}]: @${sourceId} "${printed}"` };
}

function page(matter: object, body: string, notes: readonly { readonly definition: string }[]): string {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n\n${notes.map(({ definition }) => definition).join('\n\n')}\n`;
}
