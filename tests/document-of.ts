import type { DocumentFile } from '#check/model.ts';
import { blankFrontMatter } from '#document/document.ts';
import { parseMdx } from '#markdown/parse.ts';
import { type Problem, RULE_GROUPS } from '#problem/problem.ts';

/** A document in memory, as it would be in `content/`. `matter` is YAML that goes below title and description. */
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

/** Is a problem of none of the rules on statements? Documents of tests on other things have sentences that rest on nothing. */
export function isNoStatement({ ruleId }: Problem): boolean {
  return !RULE_GROUPS.statement.some((id) => id === ruleId);
}
