/** What the files of the typeface have: `npm run fonts` cuts them to this, and a test of the site looks for any more. */

/** Letters of English and Azerbaijani, with those of the names in the texts; the marks of English typography. */
export const LATIN = `${ascii()}\u00a0«»·×ÄäÇçÉéËëÖöÜüÂâÎîÛûı‘’‚“”„–—…†‡•−\u202f\u2009€↑`;
/** Azerbaijani, in the file that has them. */
export const LATIN_EXTENDED = 'ƏəĞğİŞş';
/** Letters that stand in the texts, in names and by slips of reading; more than those, for a text that comes to stand there. */
export const CYRILLIC = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщыьэюя';

/** The Cyrillic schwa, which one text has where it means the Azerbaijani one. */
export const CYRILLIC_EXTENDED = 'Әә';

function ascii(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('');
}
