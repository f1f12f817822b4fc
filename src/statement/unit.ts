/** A unit of measure. Those of one base convert into each other. */
export interface Unit {
  readonly name: string;
  readonly base: string;
  /** How many of its base it is. */
  readonly factor: number;
  /** What it is a rate of: `day` for `bpd`. */
  readonly per?: string;
}

/**
 * Each line has the units of one base, each with how many of the base it is, and its names, the first one its own.
 * Plurals are made below. `=` marks a symbol, whose case counts. Pounds are money; as a weight they are `lb`.
 */
const UNITS = `
  second: 1 second, sec; 60 minute, min; 3600 hour, hr, =h; 86400 day; 604800 week; 1209600 fortnight
  month: 1 month; 12 year, yr; 120 decade; 1200 century; 12000 millennium, millennia
  ounce: 1 ounce, oz; 16 lb
  barrel: 1 barrel, bbl; 1e6 million barrel
  gallon: 1 gallon, gal
  carat: 1 carat, karat
  horsepower: 1 horsepower, hp
  btu: 1 btu
  ton of oil equivalent: 1 ton of oil equivalent, toe; 1e6 mtoe
  knot: 1 knot
  nautical mile: 1 nautical mile, nmi
  acre: 1 acre
  degree: 1 degree, =°
  degree celsius: 1 degree celsius, =°C
  degree fahrenheit: 1 degree fahrenheit, =°F
  percentage point: 1 percentage point
  basis point: 1 basis point
  time: 1 time
  fold: 1 fold, =x, =×
  square meter: 1e3 dunam; 1e4 hectare, =ha
  cubic meter: 1e6 mcm; 1e9 bcm; 1e12 tcm
  cubic foot: 1e9 bcf; 1e12 tcf`;

/** Lengths, which also have squares and cubes. */
const LENGTHS = 'foot: 0.08333333333333333 inch; 1 foot, ft; 3 yard, yd; 5280 mile, mi';

/** Units with the prefixes that are in use before them. */
const PREFIXED = `
  µμmck: 1 meter, metre, =m
  µμmk: 1 gram, gramme, =g
  kM: 1 ton, tonne, metric ton, metric tonne, =t, =mt, =MT
  mchM: 1 liter, litre, =l, =L
  kMGTm: 1 watt, =W
  kMGT: 1 watt hour, =Wh
  mk: 1 volt, =V
  kMGTP: 1 joule, =J
  k: 1 calorie, =cal
  kMGT: 1 hertz, =Hz
  kKMGTP: 1 byte, =B
  kKMGT: 1 bit`;

const PREFIXES: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  ...{ µ: ['micro', 1e-6], μ: ['micro', 1e-6], m: ['milli', 1e-3], c: ['centi', 0.01], h: ['hecto', 100] },
  ...{ k: ['kilo', 1e3], K: ['kilo', 1e3], M: ['mega', 1e6], G: ['giga', 1e9], T: ['tera', 1e12], P: ['peta', 1e15] },
};

/** Rates with a symbol of their own. */
const RATES: Readonly<Record<string, readonly [unit: string, per: string]>> = {
  ...{ mph: ['mile', 'hour'], kph: ['kilometer', 'hour'], kmh: ['kilometer', 'hour'], bcma: ['bcm', 'year'] },
  ...{ bpd: ['barrel', 'day'], bopd: ['barrel', 'day'], 'b/d': ['barrel', 'day'] },
  ...{
    'mb/d': ['million barrel', 'day'],
    kbps: ['kilobit', 'second'],
    Mbps: ['megabit', 'second'],
    Gbps: ['gigabit', 'second'],
  },
};

interface Row {
  readonly factor: number;
  readonly names: readonly string[];
  readonly symbols: readonly string[];
}

function rowsOf(table: string): { readonly key: string; readonly rows: readonly Row[] }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [key = '', units = ''] = line.trim().split(': ');
      const rows = units.split('; ').map((unit): Row => {
        const [factor = '', words = ''] = unit.split(/ (.*)/);
        const forms = words.split(', ');
        return {
          factor: Number(factor),
          names: forms.filter((form) => !form.startsWith('=')),
          symbols: forms.flatMap((form) => (form.startsWith('=') ? form.slice(1) : [])),
        };
      });
      return { key, rows };
    });
}

const byName = new Map<string, Unit>();
const bySymbol = new Map<string, Unit>();

function add(base: string, { factor, names, symbols }: Row): void {
  const unit: Unit = { name: names[0] ?? base, base, factor };
  for (const name of names) for (const form of [name, pluralOf(name)]) byName.set(form, unit);
  for (const symbol of symbols) bySymbol.set(symbol, unit);
}

function pluralOf(name: string): string {
  if (/^(?:degree|ton) ./.test(name)) return name.replace(' ', 's ');
  return name.endsWith('inch') ? `${name}es` : `${name}s`.replace(/foots$/, 'feet').replace(/(?<![aeiou])ys$/, 'ies');
}

function addLength(base: string, { factor, names, symbols }: Row): void {
  add(base, { factor, names, symbols });
  const short = [...names.filter((name) => name.length === 2), ...symbols];
  for (const [word, abbreviation, power, digit] of [
    ['square', 'sq', 2, '²'],
    ['cubic', 'cu', 3, '³'],
  ] as const) {
    add(`${word} ${base}`, {
      factor: factor ** power,
      names: [
        ...names.map((name) => `${word} ${name}`),
        ...[...names, ...symbols].map((name) => `${abbreviation} ${name}`),
      ],
      symbols: short.flatMap((name) => [`${name}${digit}`, `${name}${power}`]),
    });
  }
}

for (const { key, rows } of rowsOf(LENGTHS)) for (const row of rows) addLength(key, row);
for (const { key, rows } of rowsOf(PREFIXED)) {
  for (const { names, symbols } of rows) {
    const [base = ''] = names;
    const addOne = base === 'meter' ? addLength : add;
    addOne(base, { factor: 1, names, symbols });
    for (const prefix of key) {
      const [word, factor] = PREFIXES[prefix] ?? ['', 1];
      addOne(base, {
        factor,
        names: names.map((name) => word + name),
        symbols: symbols.map((symbol) => prefix + symbol),
      });
    }
  }
}
for (const { key, rows } of rowsOf(UNITS)) for (const row of rows) add(key, row);
for (const [symbol, [name, per]] of Object.entries(RATES)) {
  bySymbol.set(symbol, { ...(byName.get(name) as Unit), per });
}

/** Symbols whose case was not kept, as in `40 KM`; single letters are not read so. */
const byAnyCase = new Map(
  [...bySymbol].toReversed().flatMap(([symbol, unit]) => (symbol.length > 1 ? [[symbol.toLowerCase(), unit]] : [])),
);

/** The unit of a name or symbol, such as `megawatts`, `MW` or `sq km`. */
export function unitOf(words: string): Unit | undefined {
  const lower = words.toLowerCase();
  return bySymbol.get(words) ?? byName.get(lower) ?? byAnyCase.get(lower);
}

const DIVISORS: Readonly<Record<string, string>> = {
  ...{
    annum: 'year',
    person: 'person',
    capita: 'person',
    head: 'person',
    household: 'household',
    s: 'second',
    d: 'day',
    y: 'year',
  },
};

/** What a rate is of, for the word after `per` in lower case: `barrel` in `$5 a barrel`. */
export function divisorOf(word: string): string | undefined {
  return DIVISORS[word] ?? unitOf(word)?.name;
}
