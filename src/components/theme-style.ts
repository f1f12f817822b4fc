import type { Publication } from '#publication/publication.ts';

type Themes = Publication['themes'];

/** The colors of themes. */
export function hueStyle(themes: Themes): string {
  return themes
    .map(({ slug, hue: { light, dark } }) => `[data-theme='${slug}']{--accent:light-dark(${light},${dark})}`)
    .join('');
}

/** What a reader's choice of a theme hides; not on paper, where nobody would know that something is missing. */
export function filterStyle(themes: Themes): string {
  const rules = themes.map(
    ({ slug }) =>
      `main:has(input[value='${slug}']:checked) ` +
      `:is(.lane:not([data-theme='${slug}']),.event:not([data-themes~='${slug}'])){display:none}`,
  );
  return `@media screen{${rules.join('')}}`;
}
