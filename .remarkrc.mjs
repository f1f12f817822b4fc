// For editors with a remark extension, and for `npx remark-cli --ext mdx content`: the problems of the check, in place.
// The check parses the text itself, so remark needs no other plugin.
import { remarkCheck } from './src/astro/remark-check.ts';

export default { plugins: [remarkCheck] };
