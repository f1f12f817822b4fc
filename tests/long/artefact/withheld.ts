import { gunzipSync } from 'node:zlib';
import type { Original } from './original.ts';
import { type Page, textOf } from './page.ts';
import type { Fault, Findings, Site } from './site.ts';

/** Pictures and typefaces have no text. */
const NO_TEXT = /\.(?:png|ico|woff2|wasm)$|\.pagefind$/;
/** So many words in a row are nobody's by chance. */
const RUN = 5;

/**
 * What records withhold is in no file of the site, whatever its form: letters and digits are compared alone, so that
 * tags, escapes, line breaks and the case of letters cannot hide it. What is in a published part of a source or in
 * a record is not secret. The words themselves are never part of a fault.
 */
export function checkWithheld({ files, pages, originals }: Site): Findings {
  const all = [...originals.values()];
  const open = letters(all.map((original) => `${publishedPart(original)} ${original.said}`).join(' '));
  const needles = [
    ...new Map(all.flatMap((original) => secretsOf(original, open).map((secret) => [secret, original.id] as const))),
  ];
  const faults: Fault[] = [];
  let searched = 0;
  for (const [file, bytes] of files) {
    if (NO_TEXT.test(file)) continue;
    searched += 1;
    const text = readable(bytes, pages.get(file));
    const leaks = needles.filter(([secret]) => text.includes(secret));
    const ids = new Set(leaks.map(([, id]) => id));
    for (const id of ids) faults.push({ where: file, fact: `text that the record of ${id} withholds` });
  }
  return { counts: { 'withheld strings looked for': needles.length, 'files searched for them': searched }, faults };
}

/**
 * Runs of words that are withheld, and single strings such as addresses and marks of a copy. A run of which all words
 * but the first or the last are published in a row is none: a title with the name before it is in any citation.
 */
function secretsOf({ raw, isHidden }: Original, open: string): string[] {
  const isOpen = (words: readonly string[]) => open.includes(letters(words.join(' ')));
  const stretches = cut(raw, isHidden).map((stretch) => stretch.split(/\s+/).filter((word) => letters(word) !== ''));
  const runs = stretches
    .flatMap((words) =>
      words.slice(0, Math.max(1, words.length - RUN + 1)).map((_, index) => words.slice(index, index + RUN)),
    )
    .filter((run) => ![run, run.slice(1), run.slice(0, -1)].some(isOpen));
  const single = stretches.flat().filter((word) => /@|\/\/|\d.*\d.*\d.*\d.*\d/.test(word) && !isOpen([word]));
  const secrets = [...runs.map((run) => run.join(' ')), ...single].map(letters);
  return [...new Set(secrets)].filter((secret) => secret.length >= 10);
}

function publishedPart({ raw, isHidden }: Original): string {
  return cut(raw, (offset) => !isHidden(offset)).join(' ');
}

function cut(raw: string, isIn: (offset: number) => boolean): string[] {
  const stretches: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    if (!isIn(at)) continue;
    if (at > 0 && isIn(at - 1)) stretches.push(`${stretches.pop()}${raw[at]}`);
    else stretches.push(raw[at] ?? '');
  }
  return stretches;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Files that were searched before, as letters and digits. */
const read = new WeakMap<Buffer, string>();

/** All that can be read of a file: as it is, unpacked, without tags, with its escapes and entities undone. */
function readable(bytes: Buffer, page: Page | undefined): string {
  const known = read.get(bytes);
  if (known !== undefined) return known;
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  const plain = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ');
  const [root] = page?.elements ?? [];
  const values = page?.elements.flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === 'class' ? [] : value)),
  );
  const all = letters([plain, root ? textOf(root) : '', ...(values ?? [])].join('\n'));
  read.set(bytes, all);
  return all;
}
