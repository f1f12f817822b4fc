import { ELISION, findWords } from '#citation/resolve.ts';

/** The forms in which a quotation may be in a text: each a list of parts, in order, in normal form. */
export type QuotationForms = readonly (readonly string[])[];

/**
 * List the forms of quoted words in normal form. As in a citation, `[…]` leaves words out. Other words in brackets
 * may be our insertion, and a final punctuation mark may belong to our sentence, so each form is also tried without
 * them.
 */
export function formsOfQuotation(quotation: string): QuotationForms {
  const exact = quotation.split(ELISION);
  const withoutInsertions = exact.map((part) => part.replace(/(?<=\S)\s*\[[^\]]*\](?=\s*\S)/g, ''));
  const forms = [exact, withoutInsertions];
  return [...forms, ...forms.map(withoutLastMark)]
    .map((parts) => parts.map((part) => part.trim()).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0);
}

function withoutLastMark(parts: readonly string[]): string[] {
  return parts.map((part, index) => (index === parts.length - 1 ? part.replace(/(?:\.\.\.|[.,;:!?])\s*$/, '') : part));
}

/** Is a quotation verbatim in a text in normal form? */
export function standsIn(forms: QuotationForms, text: string): boolean {
  return forms.some((parts) => {
    let from = 0;
    return parts.every((part) => {
      const next = findWords(text, part).find(({ start }) => start >= from);
      from = next?.end ?? from;
      return next !== undefined;
    });
  });
}
