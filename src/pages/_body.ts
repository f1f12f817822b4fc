import type { MDXInstance } from 'astro';

const bodies = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/**/*.mdx');

/** Load the text of a document as a component. `file` is relative to the project's root, as in the publication. */
export async function loadBody(file: string) {
  const load = bodies[`/${file}`];
  if (!load) throw new Error(`Cannot find the module of ${file}`);
  const { Content } = await load();
  return Content;
}
