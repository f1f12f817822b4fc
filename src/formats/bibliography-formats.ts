/** What reference managers read, by file extension. */
export const BIBLIOGRAPHY_FORMATS = ['csl.json', 'bib', 'ris'] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number];
