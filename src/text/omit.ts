/** A text without some of its characters, and where each unit of it stands with them. */
export interface Rest {
  readonly text: string;
  readonly units: readonly number[];
}

/** @param pattern Global. */
export function omit(text: string, pattern: RegExp): Rest {
  const units: number[] = [];
  let kept = '';
  let from = 0;
  for (const { 0: left, index } of [...text.matchAll(pattern), { 0: '', index: text.length }]) {
    kept += text.slice(from, index);
    for (let unit = from; unit < index; unit++) units.push(unit);
    from = index + left.length;
  }
  return { text: kept, units };
}
