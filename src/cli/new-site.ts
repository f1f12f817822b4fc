import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { SITE_FILE, SiteSettings } from '#document/site-settings.ts';
import { listUncommitted } from '#io/git-history.ts';
import { listFiles } from '#io/list-files.ts';
import { lowerFirst } from '#problem/wording.ts';
import { themePage } from './new-theme.ts';
import { slugOf } from './slug.ts';
import { writeSnippets } from './snippets.ts';
import { type Terminal, usageError } from './terminal.ts';

export interface NewSiteOptions {
  readonly name?: string;
  /** With the path below which the site is published, where it has one. */
  readonly address?: string;
  /** The names of the themes in navigation. */
  readonly theme?: readonly string[];
}

/** What is about a subject: the content, its sources, and the tests of this content. */
const OWN = ['content', 'sources', 'public/home.svg', 'tests/this-site'];

/** Two texts with articles about them, which are also a site of the tests. */
const SAMPLE = fileURLToPath(new URL('../../tests/second-site/', import.meta.url));

/**
 * Put two sample texts with their articles in the place of all content and sources, under a name, an address and
 * themes, which a person is asked for. Removes nothing that Git could not bring back. Returns the exit code: 0 written,
 * 2 wrong use.
 */
export async function newSite(root: string, options: NewSiteOptions, terminal: Terminal): Promise<0 | 2> {
  const uncommitted = listUncommitted(root, OWN);
  if (!uncommitted) {
    const fact = `Cannot start a site here: there is no Git repository that could bring back what this removes`;
    return usageError(terminal, fact, 'run `git init && git add --all && git commit -m "Begin"` first');
  }
  if (uncommitted.length > 0) {
    const files = uncommitted.slice(0, 5).map((file) => `  ${file}`);
    const more = uncommitted.length > 5 ? [`  and ${uncommitted.length - 5} more`] : [];
    const fact = 'Cannot start a site here: these files would be lost, since they are not committed to Git as they are';
    return usageError(terminal, fact, ...files, ...more, 'commit them, or move them elsewhere; nothing was changed');
  }

  const { ask } = terminal;
  const name = options.name ?? (await ask?.text('Name of the site'));
  if (!name) return usageError(terminal, 'Cannot start a site without a name: give it with --name');
  const placeholder = 'https://site.example';
  const address = options.address ?? (await ask?.text('Address, with its path', placeholder)) ?? placeholder;
  const typed = options.theme ?? [(await ask?.text('Themes, separated by commas', 'The light, The harbor')) ?? ''];
  const labels = typed.flatMap((part) => part.split(',')).flatMap((label) => label.trim() || []);
  const themes = labels.map((label, at) => ({ label, slug: slugOf(label) || `theme-${at + 1}` }));
  const twice = themes.find(({ slug }, at) => themes.findIndex((other) => other.slug === slug) < at);
  if (twice) return usageError(terminal, `There are two themes \`${twice.label}\`: each needs a name of its own`);

  const url = URL.canParse(address) ? new URL(address) : undefined;
  const base = url && url.pathname !== '/' ? url.pathname.replace(/\/?$/, '/') : undefined;
  const site = { name, address: url && base ? url.href.replace(url.pathname, '') : address, ...(base && { base }) };
  const [issue] = SiteSettings.safeParse(site).error?.issues ?? [];
  if (issue)
    return usageError(terminal, `The value of \`${issue.path.join('.')}\` is not valid: ${lowerFirst(issue.message)}`);

  const sample = adapt(readSample(), name, themes);
  for (const folder of OWN) rmSync(join(root, folder), { recursive: true, force: true });
  const files = new Map([...sample, [SITE_FILE, stringify(site)]]);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  writeSnippets(root);
  terminal.out.write(`${[...files.keys()].sort().join('\n')}\n`);
  terminal.err.write(
    'This is a whole site, on two sample texts: `npm run dev` shows it. Replace them by your own with `npm run ' +
      'source:add` and `npm run new -- article`, and README.md, LICENSE, the icons in `public/` and the name in package.json by yours (docs/settings.md).\n',
  );
  return 0;
}

/** The files of the sample by path, as text. */
function readSample(): Map<string, string> {
  const files = ['content', 'sources'].flatMap((folder) =>
    listFiles(SAMPLE, folder).map(({ name }) => `${folder}/${name}`),
  );
  return new Map(files.map((file) => [file, readFileSync(join(SAMPLE, file), 'utf8')]));
}

/** Give the sample another name, and other themes in the place of its own; without any, it keeps them. */
function adapt(
  sample: ReadonlyMap<string, string>,
  name: string,
  themes: readonly { readonly label: string; readonly slug: string }[],
): Map<string, string> {
  const isTheme = (file: string) => file.startsWith('content/themes/');
  const before = [...sample.keys()].filter(isTheme).map((file) => file.replace(/^.*\/|\.mdx$/g, ''));
  const now = (list: string, separator: string) => {
    const slugs = list.split(/[\s,]+/).map((slug) => themes[before.indexOf(slug) % themes.length]?.slug ?? slug);
    return [...new Set(slugs)].join(separator);
  };
  const files = [...sample].flatMap(([file, text]): [string, string][] => {
    if (isTheme(file) && themes.length > 0) return [];
    const titled =
      file === 'content/pages/home.mdx' ? text.replace(/^title: .*$/m, () => `title: ${JSON.stringify(name)}`) : text;
    const themed = titled
      .replace(/^themes: \[(.*)\]$/m, (_, list) => `themes: [${now(list, ', ')}]`)
      .replace(/(<Event [^>]*themes=")([^"]*)/g, (_, start, list) => start + now(list, ' '));
    return [[file, file.endsWith('.mdx') ? themed : text]];
  });
  const pages = themes.map(({ label, slug }, at): [string, string] => [
    `content/themes/${slug}.mdx`,
    themePage({ title: label, label, description: `Articles on this theme: ${label}.`, order: at + 1 }),
  ]);
  return new Map([...files, ...pages]);
}
