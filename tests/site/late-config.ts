/** A configuration that appends to a file of the project once all pages are rendered. */
export const LATE_CONFIG = `import { appendFileSync } from 'node:fs';
import config from './astro.config.mjs';

const late = {
  name: 'late',
  hooks: { 'astro:build:generated': () => appendFileSync(process.env.FILE, process.env.WORDS) },
};
export default { ...config, integrations: [late, ...config.integrations] };
`;
