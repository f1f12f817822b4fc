/** Letters by their width in the site's serif, in hundredths of an em, a little wider than the widest of each class. */
const CLASSES: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlıI.,:;'’|!()[\]-]/, 38],
  [/[\sfrt]/, 48],
  [/[acegksvxyzəşçğé]/, 60],
  [/[bdhnopquöüñ0-9]/, 66],
  [/[A-LN-VX-ZƏŞÇĞİÖÜ]/, 83],
];
/** All others: m, w, M, W and letters not expected on a map. */
const WIDEST = 102;

/** Estimate the width of a line of text in em, never too small, so that texts kept apart by it do not touch. */
export function textWidth(text: string): number {
  const widths = [...text.normalize('NFC')].map(
    (letter) => CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? WIDEST,
  );
  return widths.reduce((sum, width) => sum + width, 0) / 100;
}
