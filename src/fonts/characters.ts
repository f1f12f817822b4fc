/** In the faces that every page may use: English, and some neighbors; others are in faces of their own. */
export const LATIN = `${ascii()}\u00a0«»·×ÄäÇçÉéËëÖöÜüÂâÎîÛûı‘’‚“”„–—…†‡•−\u202f\u2009€↑`;

function ascii(): string {
  return Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).join('');
}
