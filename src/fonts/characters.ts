/**
 * The characters of the font files: `npm run fonts` cuts them down to these; a test of the built site finds any
 * others.
 */

/** Letters of English and of names in the texts; punctuation of English. */
export const LATIN = `${ascii()}\u00a0«»·×ÄäÇçÉéËëÖöÜüÂâÎîÛûı‘’‚“”„–—…†‡•−\u202f\u2009€↑`;
/** Letters of Fontsource's file `latin-ext`. */
export const LATIN_EXTENDED = 'ƏəĞğİŞş';
/** The texts have some of these, in names and by errors of recognition; a new text may have others. */
export const CYRILLIC = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщыьэюя';

/** The Cyrillic schwa, which texts may have for the Latin one. */
export const CYRILLIC_EXTENDED = 'Әә';

function ascii(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('');
}
