/** Letters by their width in the site's serif, each class with a little more than its widest letter, in hundredths of an em. */
const CLASSES: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlıI.,:;'’|!()[\]-]/, 38],
  [/[\sfrt]/, 48],
  [/[acegksvxyzəşçğé]/, 60],
  [/[bdhnopquöüñ0-9]/, 66],
  [/[A-LN-VX-ZƏŞÇĞİÖÜ]/, 83],
];
/** What no class has: m, w, M, W, and all that is not expected on a map. */
const WIDEST = 102;

/** Estimate how wide a line of text is set, in em: never too little, so that what is kept apart by it stays apart. */
export function textWidth(text: string): number {
  const letters = [...text.normalize('NFC')];
  const widths = letters.map((letter) => CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? WIDEST);
  return widths.reduce((sum, width) => sum + width, 0) / 100;
}
