import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { at } from '#components/at.ts';
import { linkAddresses } from '#markdown/link-addresses.ts';
import { RULE_IDS, type RuleId } from '#problem/problem.ts';
import { showSuspicious } from '#text/suspicious.ts';

const ROOT = '/docs/rules/';
const texts = import.meta.glob<string>('/docs/rules/**/*.{md,mdx,txt,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const markdown = await createMarkdownProcessor({
  syntaxHighlight: false,
  smartypants: false,
  remarkPlugins: [() => (tree) => void linkAddresses(tree, at('/'))],
});

interface ExampleFile {
  /** Relative to the root of the example. */
  readonly path: string;
  /** Undefined for a file that is not plain text, as in the example of `source-encoding`. */
  readonly text: string | undefined;
  /** Is it named in the problem? */
  readonly named: boolean;
}

/** A rule's page, from its folder in `docs/rules`, which is documentation, test and example in one. */
export interface RulePage {
  readonly ruleId: RuleId;
  readonly address: string;
  /** The first paragraph, as plain text. */
  readonly summary: string;
  /** HTML of `about.md`. */
  readonly about: string;
  /** Sorted by path. */
  readonly files: readonly ExampleFile[];
  /** What the check prints for these files. */
  readonly expected: string;
}

export const rulePages: readonly RulePage[] = await Promise.all(RULE_IDS.map(rulePage));

export const rulePaths = () => rulePages.map((page) => ({ params: { rule: page.ruleId }, props: { page } }));

async function rulePage(ruleId: RuleId): Promise<RulePage> {
  const folder = `${ROOT}${ruleId}/`;
  const about = textOf(`${folder}about.md`);
  const expected = textOf(`${folder}expected.txt`);
  const { code } = await markdown.render(about);
  return {
    ruleId,
    address: at(`/problems/${ruleId}/`),
    summary: (about.split(/\n\n/, 1)[0] ?? '').replace(/\s+/g, ' ').replace(/`/g, ''),
    about: code,
    files: Object.keys(texts)
      .filter((path) => path.startsWith(folder) && /^(?:content|sources)\//.test(path.slice(folder.length)))
      .sort()
      .map((path) => exampleFile(path.slice(folder.length), textOf(path), expected)),
    expected,
  };
}

function exampleFile(path: string, text: string, expected: string): ExampleFile {
  const isText = !/[\0\uFEFF\uFFFD]/.test(text);
  return { path, text: isText ? showSuspicious(text) : undefined, named: expected.includes(path) };
}

function textOf(path: string): string {
  const text = texts[path];
  if (text === undefined) throw new Error(`Cannot find ${path}`);
  return text;
}
