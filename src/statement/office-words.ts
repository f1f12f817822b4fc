/** Heads of offices and titles, each with the words that mean the same. */
const HEADS: readonly (readonly string[])[] = [
  ['president'],
  ['premier'],
  ['minister'],
  ['ambassador'],
  ['envoy', 'representative'],
  ['chairman', 'chairwoman', 'chairperson', 'chair'],
  ['director'],
  ['secretary'],
  ['spokesman', 'spokeswoman', 'spokesperson'],
  ['counselor', 'counsellor'],
  ['chancellor'],
  ['governor'],
  ['mayor'],
  ['senator'],
  ['deputy', 'mp', 'mk', 'parliamentarian', 'lawmaker'],
  ['king'],
  ['queen'],
  ['prince'],
  ['princess'],
  ['emir'],
  ['sheikh'],
  ['sultan'],
  ['pope'],
  ['ayatollah'],
  ['rabbi'],
  ['general'],
  ['colonel'],
  ['captain'],
  ['commander'],
  ['consul'],
  ['commissioner'],
  ['judge'],
  ['professor'],
  ['journalist', 'reporter', 'correspondent'],
];

/** Words before a head that make it another office. */
const KINDS: readonly (readonly string[])[] = [
  ['prime'],
  ['vice'],
  ['foreign'],
  ['defense', 'defence'],
  ['interior'],
  ['finance'],
  ['energy'],
  ['economy'],
  ['justice'],
  ['culture'],
  ['transport'],
  ['protection', 'environment', 'environmental'],
  ...['trade', 'health', 'education', 'agriculture', 'labor', 'tourism', 'technology', 'industry', 'security'].map(
    (word) => [word],
  ),
  ['executive'],
];

/** Titles that are no offices, and words before offices that do not change them. */
const TITLES = ['dr', 'mr', 'mrs', 'ms', 'sir', 'lord', 'lady'];
const OTHERS = ['presidential', 'former', 'then', 'acting', 'late', 'chief', 'senior', 'deputy'];

/** A quick look for any of them. */
export const HEAD = new RegExp(`(?<!\\p{L})(?:${HEADS.flat().join('|')})(?!\\p{L})`, 'iu');
export const headOf = indexWords(HEADS);
export const kindOf = indexWords(KINDS);

function indexWords(groups: readonly (readonly string[])[]): (word: string) => string | undefined {
  const index = new Map(groups.flatMap((words) => words.map((word) => [word, words[0]] as const)));
  return (word) => index.get(word.toLowerCase());
}

/** Can a word be part of an office or title before a name? */
export function isOfficeWord(word: string): boolean {
  return isTitle(word) || kindOf(word) !== undefined || OTHERS.includes(word.toLowerCase());
}

/** Can it be the last word of one? */
export function isTitle(word: string): boolean {
  return headOf(word) !== undefined || TITLES.includes(word.toLowerCase().replace(/\.$/, ''));
}
