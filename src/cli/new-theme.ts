import { join } from 'node:path';
import { ThemeMatter } from '#document/front-matter.ts';
import { sayUnwritten } from '#io/describe-trouble.ts';
import { listDocuments } from '#io/read-corpus.ts';
import { createFile } from '#io/write-file.ts';
import { lowerFirst } from '#problem/wording.ts';
import { TO_BE_WRITTEN } from '#text/placeholder.ts';
import { attempt } from './read-project.ts';
import { slugOf } from './slug.ts';
import { writeSnippets } from './snippets.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface NewThemeOptions {
  /** The name in navigation. */
  readonly label?: string;
  readonly description?: string;
}

/**
 * Write the page of a theme as a draft, after the others; a person is asked for what was not given. Never replaces a
 * file. Returns the exit code: 0 written, 2 wrong use.
 */
export async function newTheme(
  root: string,
  slug: string,
  options: NewThemeOptions,
  terminal: Terminal,
): Promise<0 | 2> {
  const read = attempt(() => listDocuments(root));
  if ('error' in read) return usageError(terminal, read.error);
  if (slugOf(slug) !== slug) {
    return usageError(
      terminal,
      `The name \`${slug}\` is not lower-case words joined by hyphens, such as \`harbor-dues\``,
    );
  }
  const { ask } = terminal;
  const words = slug.replaceAll('-', ' ');
  const initial = words.charAt(0).toUpperCase() + words.slice(1);
  const label = options.label ?? (await ask?.text('Name in navigation', initial)) ?? initial;
  const asked = options.description || (await ask?.text('What readers find in it, in one sentence'));
  const description = asked || `${TO_BE_WRITTEN} what readers find in it, in one sentence.`;
  const matter = {
    title: label,
    label,
    description,
    order: read.filter(({ folder }) => folder === 'themes').length + 1,
  };
  const [issue] = ThemeMatter.safeParse(matter).error?.issues ?? [];
  if (issue)
    return usageError(terminal, `The value of \`${issue.path.join('.')}\` is not valid: ${lowerFirst(issue.message)}`);

  const file = `content/themes/${slug}.mdx`;
  try {
    createFile(join(root, file), themePage({ ...matter, draft: true }));
  } catch (error) {
    return usageError(terminal, sayUnwritten(file, error));
  }
  writeSnippets(root);
  terminal.out.write(`${file}\n`);
  return 0;
}

type Matter = Pick<ThemeMatter, 'title' | 'label' | 'description' | 'order' | 'draft'>;

/** The text of a theme's file with nothing but its front matter. */
export function themePage(matter: Matter): string {
  // JSON is YAML, whatever the words are.
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}
