const LOW = '0123456789+-';
const RAISED = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋' };

/** Raise or lower the digits of a text, as the element `<sup>` or `<sub>` does: in plain text 10⁶ would be 106. */
export function raised(text: string, element: keyof typeof RAISED): string {
  return text.replace(/[\d+-]/g, (character) => RAISED[element].charAt(LOW.indexOf(character)));
}
