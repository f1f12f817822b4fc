/** The site's own name, for all who ask who published it. */
export const SITE_NAME = 'Below the Surface';
