import { gramsOf, hiddenGrams, isAmong, openGrams, type PartlyHidden } from '#citation/text-changes.ts';

/** The project at one time. */
export interface Edition {
  /** Its sources by id, with what is never printed of them. */
  readonly texts: ReadonlyMap<string, PartlyHidden>;
  /** What its statements say. */
  readonly statements: readonly string[];
}

/**
 * Tell whether some words have a word, or two in a row, that must not be shown to those who read about a change: they are
 * in what either edition hides, and no source and no statement prints them in both. So neither what was just hidden nor
 * what is hidden no longer is shown: only a person can judge that.
 */
export function secretsBetween(then: Edition, now: Edition): (words: string) => boolean {
  const ids = [...new Set([...then.texts.keys(), ...now.texts.keys()])];
  const texts = ids.map((id) => [then, now].flatMap((edition) => edition.texts.get(id) ?? []));
  const hidden = unite(texts.flat().map(hiddenGrams));
  if (hidden.size === 0) return () => false;
  const printed = texts.map((both) => both.map(openGrams).reduce((one, other) => one.intersection(other)));
  const [said, saidNow] = [then, now].map(({ statements }) => unite(statements.map(gramsOf))) as [Grams, Grams];
  return isAmong(hidden.difference(unite(printed)).difference(said.intersection(saidNow)));
}

type Grams = Set<string>;

function unite(all: readonly Iterable<string>[]): Grams {
  const grams: Grams = new Set();
  for (const each of all) for (const gram of each) grams.add(gram);
  return grams;
}
