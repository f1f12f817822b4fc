import type { DocumentFile } from '#corpus/corpus.ts';
import { blankFrontMatter } from '#corpus/document.ts';
import { parseMdx } from '#markdown/parse.ts';

/** A document in memory, as it would lie in `content/`. `matter` is YAML that goes below title and description. */
export function documentOf(folder: DocumentFile['folder'], slug: string, matter: string, body: string): DocumentFile {
  const file = `content/${folder}/${slug}.mdx`;
  const text = `---\ntitle: ${slug}\ndescription: About ${slug}.\n${matter}---\n\n${body}\n`;
  const parsed = parseMdx(blankFrontMatter(text), file);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem));
  return { folder, slug, file, text, tree: parsed.tree };
}

/** An article of the theme `trade`. */
export function articleOf(slug: string, body: string, matter = 'themes: [trade]\n'): DocumentFile {
  return documentOf('articles', slug, `${matter}asOf: The year 2023.\nupdated: 2026-11-23\n`, body);
}
