/**
 * Words that limit what a text says. The lists are short on purpose: a word that is missing here is a fault not seen,
 * one too many an alarm over an honest sentence. All in lower case; `*` is any ending.
 */
interface LimitWords {
  /** Words of a passage that limit what follows them. */
  readonly words: readonly string[];
  /** How far: to the end of their clause, to that of their sentence, or on both sides of them in their clause. */
  readonly reach: 'clause' | 'sentence' | 'around';
  /** A statement with one of these has kept the limit, in whatever words. */
  readonly kept: readonly string[];
}

/** The items of a list, each after a comma and white space. */
function listOf(words: string): string[] {
  return words
    .trim()
    .split(/,\s+/)
    .map((word) => word.replace(/\s+/g, ' '));
}

const NEGATIONS = listOf(`
  not, *n't, no, never, neither, nor, none, nobody, nothing, nowhere, without
`);

/** Says with other words that something is not so. */
const DENIALS = listOf(`
  lack*, absen*, missing, fail*, refus*, declin*, den[iy]*, reject*, avoid*, refrain*, unlike, hardly, scarcely,
  rather than, instead of, far from, free of, unable, yet, still, until, only, few, fewer, less, little, stop*,
  end*, cease*, keep*, kept, abstain*, withh*, spare*
`);

const REPORTS = listOf(`
  alleg*, accus*, charg*, claim*, suspect*, suspic*, report*, media, press, rumo*, purported*, supposed*, say, says,
  said, saying, told, tell, tells, stat*, according to, call*, contend*, maintain*, insist*, assert*, believ*,
  view*, account*, apparent*, quot*, cit*, describ*, may, might, could, speaker, unnamed, somebody, someone,
  source*, critic*, official*, expert*, scholar*, opinion, critics, observ*, note*, noting, admit*, acknowledg*,
  words, consider*, seen (?:as|by), by many, thought, thinks?, regard*, argu*, mention*, not, *n't, no, neither,
  nor, none
`);

const PLANS = listOf(`
  will, would, could, may, might, can, should, shall, (?:is|are|was|were) to, to be, ready, plan*, inten[dt]*,
  pledg*, promis*, vow*, hop(?:e|es|ed|ing), want*, wish*, seek*, sought, look* (?:for|to), aim*, propos*, possib*,
  potential*, prospect*, expect*, future, likely, perhaps, agree*, deal*, contract*, offer*, attempt*, try, tries,
  tried, trying, call* (?:for|on), willing*, schedul*, set, postpon*, cancel*, avert*, foil*, thwart*, prevent*,
  plot*, invit*, ask*, goal*, idea*, way to, ways to, undertook, undertake*, interest*, open to
`);

export const LIMITS = {
  negation: {
    reach: 'clause',
    words: [...NEGATIONS, 'cannot', 'no longer'],
    kept: [...NEGATIONS, 'cannot', ...DENIALS],
  },
  charge: {
    reach: 'sentence',
    words: ['allegedly', 'alleged', 'supposedly', 'purportedly', 'accused', 'suspected', 'allegations of'],
    kept: REPORTS,
  },
  report: {
    reach: 'sentence',
    words: listOf(String.raw`
      it (?:is|was|has been) (?:reported|said|claimed|alleged|rumored|believed), reportedly, rumors that, according to
      (?:\p{L}+ ){0,2}(?:reports?|media|press|rumors), (?:media|press) reports, is said to,
      (?:many|some|others|critics) (?:viewed?|views|saw|sees?|consider|considered|believed?|regarded?), stated that,
      claimed that, claims that, alleged that
    `),
    kept: REPORTS,
  },
  plan: {
    reach: 'clause',
    words: listOf(String.raw`
      (?:is|are|was|were) to, plan(?:s|ned|ning)?, pledged, pledges, promised, vowed, agreed to, intend(?:s|ed)? to,
      intention (?:to|of), hope[sd]? to, want(?:s|ed)?, seek(?:s|ing)?, sought, looking for, aim(?:s|ed) (?:to|at),
      proposed, could, may, might, would, expected to, likely to, potential, calls? for, called for, willing to,
      (?:deal|agreement|contract) (?:for (?:\p{L}+ ){1,3}?to|for|to)
    `),
    kept: [...PLANS, ...NEGATIONS],
  },
  date: {
    reach: 'around',
    words: ['set for', 'scheduled', 'postponed', 'canceled', 'cancelled', 'called off'],
    kept: [...PLANS, ...NEGATIONS],
  },
  attempt: {
    reach: 'sentence',
    words: ['averted', 'foiled', 'thwarted', 'prevented', 'attempted to', 'attempting to', 'tried to'],
    kept: [...PLANS, ...NEGATIONS, ...DENIALS],
  },
  portion: {
    reach: 'clause',
    words: ['sometimes', 'occasionally', 'mostly', 'primarily', 'mainly', 'largely', 'partly', 'in part'],
    kept: listOf(`
      sometimes, occasional*, most*, primar*, main*, larg*, partly, part, partial*, chief*, often, at times, some,
      many, more, predominant*, usual*, general*, majority, now and then
    `),
  },
} as const satisfies Record<string, LimitWords>;

export type LimitKind = keyof typeof LIMITS;

/** The inside of a pattern for a list of words: `no longer` before `no`. */
export function formsOf(list: readonly string[]): string {
  const longestFirst = [...list].sort((a, b) => b.length - a.length);
  return longestFirst.map((word) => word.replaceAll('*', "[\\p{L}']*")).join('|');
}

/** A pattern that finds the words of a list in a text in lower case. */
export function wordPattern(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${formsOf(list)})(?![\\p{L}\\p{N}])`, 'gu');
}
