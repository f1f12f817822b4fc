// For editors with a remark extension, and for `npx remark content`: the problems of the check, in place.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { remarkCheck } from './src/astro/remark-check.ts';

export default { plugins: [remarkFrontmatter, remarkMdx, remarkGfm, remarkCheck] };
