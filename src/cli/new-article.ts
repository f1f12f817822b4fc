import { join } from 'node:path';
import { ArticleMatter } from '#document/front-matter.ts';
import { sayUnwritten } from '#io/describe-trouble.ts';
import { listDocuments } from '#io/read-corpus.ts';
import { createFile } from '#io/write-file.ts';
import { didYouMean, listed, lowerFirst } from '#problem/wording.ts';
import { TO_BE_WRITTEN, WRITE_HERE } from '#text/placeholder.ts';
import { suggest } from '#text/suggest.ts';
import { attempt } from './read-project.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface NewArticleOptions {
  /** The main one first. */
  readonly theme: readonly string[];
  readonly title?: string;
  readonly description?: string;
}

/**
 * Write the skeleton of an article as a draft, which stops no build; a person is asked for what was not given. Never
 * replaces a file. Returns the exit code: 0 written, 2 wrong use.
 *
 * @param today ISO 8601.
 */
export async function newArticle(
  root: string,
  slug: string,
  options: NewArticleOptions,
  today: string,
  terminal: Terminal,
): Promise<0 | 2> {
  const read = attempt(() => listDocuments(root));
  if ('error' in read) return usageError(terminal, read.error);
  const themes = read.flatMap((file) => (file.folder === 'themes' ? file.slug : []));
  const unknown = options.theme.find((theme) => !themes.includes(theme));
  if (unknown !== undefined) {
    const meant = didYouMean(suggest(unknown, themes));
    return usageError(terminal, `There is no theme \`${unknown}\``, ...meant, ...listed('theme', themes));
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    return usageError(
      terminal,
      `The name \`${slug}\` is not lower-case words joined by hyphens, such as \`harbor-dues\``,
    );
  }

  const words = slug.replaceAll('-', ' ');
  const { ask } = terminal;
  const title = options.title ?? (await ask?.text('Title', capital(words))) ?? capital(words);
  const what = 'what readers find in it, in one sentence';
  const description = options.description || (await ask?.text(capital(what))) || `${TO_BE_WRITTEN} ${what}.`;
  const matter = {
    title,
    description,
    themes: [...options.theme],
    asOf: `${TO_BE_WRITTEN} how far the texts behind this article reach.`,
    updated: today,
  };
  const { error } = ArticleMatter.safeParse(matter);
  const [issue] = error?.issues ?? [];
  if (issue)
    return usageError(terminal, `The value of \`${issue.path.join('.')}\` is not valid: ${lowerFirst(issue.message)}`);

  const file = `content/articles/${slug}.mdx`;
  try {
    createFile(join(root, file), skeleton(matter));
  } catch (error) {
    return usageError(terminal, sayUnwritten(file, error));
  }
  terminal.out.write(`${file}\n`);
  return 0;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function skeleton({ title, description, themes, asOf, updated }: Omit<ArticleMatter, 'related' | 'draft'>): string {
  // JSON is YAML, whatever the words are.
  return `---
title: ${JSON.stringify(title)}
description: ${JSON.stringify(description)}
themes: [${themes.join(', ')}]
asOf: ${JSON.stringify(asOf)}
related: []
updated: ${updated}
draft: true
---

{/* ${WRITE_HERE}, each with a reference such as [^oil-share] after it. The footnote goes at the end of the file:
    npm run cite -- "words of a source" prints it. Then npm run check. Without draft: true above, the article is built. */}
`;
}
