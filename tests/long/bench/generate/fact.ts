import type { Random } from '../../faults/random.ts';
import { BUILDINGS, bodyOf, clauseOf, goodsOf, OFFICES, PLACES, personOf, pick, type ThemeSlug } from './vocabulary.ts';

/** What one sentence of a source says, and how an article may retell it. */
export interface Fact {
  readonly theme: ThemeSlug;
  /** As the source prints it. */
  readonly sentence: string;
  /** The same in words of an article: each figure, date, name and quotation of it is in `sentence`. */
  readonly claim: string;
  /** Cells of a table: whom or what, how much, when. */
  readonly row: readonly [string, string, string];
  readonly person: string | undefined;
  readonly place: string;
  readonly date: FactDate;
}

/** A day, month or year. */
export interface FactDate {
  readonly year: number;
  /** From 1. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Write a month, or a year where no more is known, as articles do. */
export function monthAndYear({ year, month }: FactDate): string {
  return month === undefined ? `${year}` : `${MONTHS[month - 1]} ${year}`;
}

/** Write a date in EDTF. */
export function toEdtf({ year, month, day }: FactDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Write a day as articles do. */
export function dayMonthYear(date: FactDate): string {
  return date.day === undefined ? monthAndYear(date) : `${date.day} ${monthAndYear(date)}`;
}

/** Write a day as the sources do. */
export function monthDayYear({ year, month = 1, day = 1 }: FactDate): string {
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** Invent what a sentence of a source says. */
export function inventFact(random: Random, theme: ThemeSlug): Fact {
  return pick(random, FORMS)(drawWords(random, theme));
}

type Drawn = ReturnType<typeof drawWords>;
type Telling = Pick<Fact, 'sentence' | 'claim' | 'row' | 'date'> & { readonly named?: boolean };

/** Each pair means the same to readers, and to the check. */
const HEDGES = [
  ['', ''],
  ['about ', 'some '],
  ['some ', 'about '],
  ['more than ', 'more than '],
  ['nearly ', 'almost '],
] as const;

const SMALL = 'two three four five six seven eight nine ten eleven twelve fourteen'.split(' ');

function drawWords(random: Random, theme: ThemeSlug) {
  const day: FactDate = { year: 1951 + random.below(65), month: 1 + random.below(12), day: 1 + random.below(28) };
  const place = pick(random, PLACES);
  return {
    theme,
    place,
    other: pick(
      random,
      PLACES.filter((name) => name !== place),
    ),
    body: bodyOf(random, theme),
    person: personOf(random),
    office: pick(random, OFFICES),
    goods: goodsOf(random, theme),
    building: pick(random, BUILDINGS),
    hedge: pick(random, HEDGES),
    clause: clauseOf(random),
    day,
    month: { ...day, day: undefined },
    year: { ...day, month: undefined, day: undefined },
    many: (12 + random.below(8800)) * 10,
    percent: 2 + random.below(90),
    millions: 2 + random.below(900),
    few: pick(random, SMALL),
    years: pick(random, SMALL),
  };
}

/** With a comma at the thousands. */
function digits(value: number): string {
  return value.toLocaleString('en-US');
}

const FORMS: readonly ((drawn: Drawn) => Fact)[] = [
  telling(({ month, body, hedge, many, goods, place, percent }) => ({
    sentence: `In ${monthAndYear(month)} the ${body} counted ${hedge[0]}${digits(many)} tons of ${goods} at ${place}, ${percent} percent more than in the year before.`,
    claim: `At ${place} the ${body} counted ${hedge[1]}${digits(many)} tons of ${goods} in ${monthAndYear(month)}, ${percent} percent more than a year earlier.`,
    row: [`The ${body}`, `${hedge[1]}${digits(many)} tons of ${goods}`, monthAndYear(month)],
    date: month,
  })),
  telling(({ day, person, office, body, goods, place, millions, years }) => ({
    sentence: `On ${monthDayYear(day)}, ${person}, ${office} of the ${body}, signed an agreement on ${goods} with ${place} worth $${millions} million, which runs for ${years} years.`,
    claim: `${person} signed an agreement on ${goods} with ${place} for the ${body} on ${dayMonthYear(day)}; it is worth $${millions} million and runs for ${years} years.`,
    row: [person, `an agreement worth $${millions} million`, dayMonthYear(day)],
    date: day,
    named: true,
  })),
  telling(({ person, body, percent, goods, place, other, year }) => ({
    sentence: `According to ${person} of the ${body}, an estimated ${percent} percent of the ${goods} that ${place} used in ${year.year} came from ${other}.`,
    claim: `In ${year.year} an estimated ${percent} percent of the ${goods} used in ${place} came from ${other}, in the words of ${person}.`,
    row: [place, `an estimated ${percent} percent from ${other}`, `${year.year}`],
    date: year,
    named: true,
  })),
  telling(({ hedge, many, place, year, building, body }) => ({
    sentence: `In ${year.year}, by a list of the ${body}, ${hedge[0]}${digits(many)} people lived in ${place}, and a third of them lived around the ${building}.`,
    claim: `A list of the ${body} has ${hedge[1]}${digits(many)} people in ${place} in ${year.year}, a third of them around the ${building}.`,
    row: [place, `${hedge[1]}${digits(many)} people`, `${year.year}`],
    date: year,
  })),
  telling(({ building, place, day, few, person, body, clause }) => ({
    sentence: `The ${building} of ${place} was opened on ${monthDayYear(day)} in the presence of ${few} delegations, and ${person} of the ${body} said: “${clause}.”`,
    claim: `When the ${building} of ${place} was opened on ${dayMonthYear(day)}, ${few} delegations were present, and ${person} said: "${clause}".`,
    row: [place, `${few} delegations at the ${building}`, dayMonthYear(day)],
    date: day,
    named: true,
  })),
  telling(({ clause, person, office, body, month }) => ({
    sentence: `“${clause},” said ${person}, ${office} of the ${body}, in ${monthAndYear(month)}.`,
    claim: `In ${monthAndYear(month)} ${person}, ${office} of the ${body}, was quoted with the words "${clause}".`,
    row: [person, `"${clause}"`, monthAndYear(month)],
    date: month,
    named: true,
  })),
  telling(({ many, percent, place, month, building }) => ({
    sentence: `Between ${digits(many)} and ${digits(many + 10 * percent)} visitors came to the fair of ${place} in ${monthAndYear(month)}, and ${percent} of them slept in the ${building}.`,
    claim: `The fair of ${place} drew between ${digits(many)} and ${digits(many + 10 * percent)} visitors in ${monthAndYear(month)}.`,
    row: [place, `${digits(many)} to ${digits(many + 10 * percent)} visitors`, monthAndYear(month)],
    date: month,
  })),
  telling(({ few, place, body, other, month, goods, percent }) => ({
    sentence: `In ${monthAndYear(month)}, ${few} companies of ${place} took part in an exhibition of ${goods} that the ${body} held at ${other}, on ${percent} stands.`,
    claim: `An exhibition that the ${body} held at ${other} in ${monthAndYear(month)} had ${few} companies of ${place} among its guests.`,
    row: [`The ${body}`, `${few} companies of ${place}`, monthAndYear(month)],
    date: month,
  })),
  telling(({ month, body, place, other, many }) => ({
    sentence: `Since ${monthAndYear(month)} ships of the ${body} have sailed twice a week between ${place} and ${other}, a way of ${digits(many)} kilometers.`,
    claim: `Ships of the ${body} have sailed twice a week between ${place} and ${other} since ${monthAndYear(month)}, a way of ${digits(many)} kilometers.`,
    row: [`The ${body}`, 'twice a week', monthAndYear(month)],
    date: month,
  })),
];

function telling(tell: (drawn: Drawn) => Telling): (drawn: Drawn) => Fact {
  return (drawn) => {
    const { named = false, ...told } = tell(drawn);
    return { ...told, theme: drawn.theme, place: drawn.place, person: named ? drawn.person : undefined };
  };
}
