/** Words that end what a number counts. */
const STOP = new Set(
  (
    'a an and are as at be because been before between both but by can come could did do does each else for ' +
    'from had has have he here if in into is it its may might more most must no nor not of on or our over per ' +
    'she should since so than that the their them then there they this those to under until was we were when ' +
    'where which while who whom whose will with would'
  ).split(' '),
);
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ people: 'person', men: 'man', women: 'woman', children: 'child', feet: 'foot', aircraft: 'aircraft' },
};
const AHEAD = /^(?:[ -]of (?:the|these|those|its|his|her|our|their))?((?:[ -]\p{L}+){1,4})/u;

/**
 * What a number counts, in the singular: `company` for `fourteen Norwegian companies`, `ship` for `three or four ships`.
 * Empty where no noun follows. `lower` is in lower case; the number ends at `end`.
 */
export function nounAt(lower: string, end: number, isOrdinal: boolean): string {
  const or = /^ or [\p{L}\d]+(?= \p{L})/u.exec(lower.slice(end))?.[0].length ?? 0;
  const [, ahead = ''] = AHEAD.exec(lower.slice(end + or, end + or + 60)) ?? [];
  const words = ahead.split(/[ -]/).slice(1);
  const stop = words.findIndex((word) => STOP.has(word));
  const own = stop === -1 ? words : words.slice(0, stop);
  if (isOrdinal) return singular(own[0] ?? '');
  return singular(own.find((word) => word in IRREGULAR || /[^su]s$|[ei]es$/.test(word)) ?? '');
}

function singular(word: string): string {
  return (
    IRREGULAR[word] ??
    word
      .replace(/ies$/, 'y')
      .replace(/(?<=[sxz]|ch|sh)es$/, '')
      .replace(/(?<=[^su])s$/, '')
  );
}
