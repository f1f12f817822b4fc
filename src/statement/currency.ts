/** Signs and names that are usual beside those of the platform. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ US$: 'USD', C$: 'CAD', CAN$: 'CAD', AU$: 'AUD', S$: 'SGD', NIS: 'ILS', RMB: 'CNY', TL: 'TRY' },
  ...{ 'us dollar': 'USD', 'american dollar': 'USD' },
  ...{ 'pound sterling': 'GBP', 'pounds sterling': 'GBP', renminbi: 'CNY', rouble: 'RUB', 'russian rouble': 'RUB' },
};
/** Codes and nouns that mean something else where they stand alone: `ALL 12 ships`, `the 12 won`. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['ALL', 'TOP', 'won', 'gold', 'sol', 'soles', 'real', 'reals', 'mark', 'marks', 'rights', 'sucres'],
]);

interface Currencies {
  /** By sign, code, or name in lower case: a code, or a noun such as `dinar` that no one country owns. */
  readonly units: ReadonlyMap<string, string>;
  /** By code: the last word of its name. */
  readonly nouns: ReadonlyMap<string, string>;
}

/** Made when first needed, since it takes some milliseconds. */
let known: Currencies | undefined;

/** The unit of a sign, code or name: an ISO 4217 code, or a noun that several countries share. */
export function currencyOf(words: string): string | undefined {
  known ??= readCurrencies();
  return known.units.get(words) ?? known.units.get(words.toLowerCase());
}

/** Is a claimed unit the currency of the evidence? `dinars` is, beside `JOD`; the reverse says more than the text. */
export function isSameCurrency(claimed: string, evidence: string): boolean {
  return claimed === evidence || known?.nouns.get(evidence) === claimed;
}

/** The currencies that the platform knows. */
function readCurrencies(): Currencies {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const shown = (currency: string, currencyDisplay: 'symbol' | 'narrowSymbol' | 'name') =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(2)
      .find(({ type }) => type === 'currency')?.value ?? currency;
  const all = Intl.supportedValuesOf('currency').map((code) => {
    const named = [names.of(code) ?? code, shown(code, 'name')].map((name) => name.toLowerCase());
    // A new currency is also called by its country alone, or not by its country.
    const forms = [
      ...named,
      ...named.flatMap((name) => [name.replace(/\bnew /, ''), name.replace(/^.* (?=new )/, '')]),
    ];
    const nouns = forms.map((name) => name.slice(name.lastIndexOf(' ') + 1));
    return { code, forms, nouns, symbol: shown(code, 'symbol'), narrow: shown(code, 'narrowSymbol') };
  });

  const units = new Map<string, string>();
  const add = (words: string, unit: string) => {
    if (!units.has(words) && !OTHER_WORDS.has(words)) units.set(words, unit);
  };
  for (const [words, code] of Object.entries(ALIASES)) for (const form of [words, `${words}s`]) add(form, code);
  for (const { code, symbol } of all) for (const form of [code, symbol]) add(form, code);
  for (const { code, narrow } of all) if (/\p{Sc}/u.test(narrow)) add(narrow, code);
  for (const { code, forms } of all) for (const form of [...forms, `${forms[0]}s`]) add(form, code);
  for (const [noun, sharing] of Map.groupBy(all, ({ nouns }) => nouns[0] ?? '')) {
    // Bare dollars are those whose sign is bare: `$`, and not `A$`. A manat is the one with a sign of its own.
    const isSign = (sign: string) => /^\p{Sc}$/u.test(sign);
    const usual =
      sharing.find(({ symbol }) => isSign(symbol)) ??
      sharing.find(({ narrow }) => isSign(narrow) && all.filter((other) => other.narrow === narrow).length === 1);
    const unit = usual?.code ?? (sharing.length === 1 ? sharing[0]?.code : noun) ?? noun;
    for (const form of [...sharing.flatMap(({ nouns }) => nouns), `${noun}s`]) add(form, unit);
  }
  return { units, nouns: new Map(all.map(({ code, nouns }) => [code, nouns[0] ?? ''])) };
}
