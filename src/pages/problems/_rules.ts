import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { RULE_IDS, type RuleId } from '#problem/problem.ts';
import { showSuspicious } from '#text/suspicious.ts';

const ROOT = '/docs/rules/';
const texts = import.meta.glob<string>('/docs/rules/**/*.{md,mdx,txt,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const markdown = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });

/** One file of the example of a rule. */
interface ExampleFile {
  /** Below the project's root. */
  readonly path: string;
  /** Undefined for a file that is no text, as in the example of `source-encoding`. */
  readonly text: string | undefined;
  /** Does the message name it? */
  readonly named: boolean;
}

/** The page of a rule, made of its golden folder: documentation, test and example are the same files. */
export interface RulePage {
  readonly ruleId: RuleId;
  readonly address: string;
  /** What the rule reports, in one paragraph without marks. */
  readonly summary: string;
  /** HTML of `about.md`. */
  readonly about: string;
  /** In the order of their paths. */
  readonly files: readonly ExampleFile[];
  /** What the check prints for these files. */
  readonly expected: string;
}

/** All rules in the order of the documentation. */
export const rulePages: readonly RulePage[] = await Promise.all(RULE_IDS.map(rulePage));

/** One path for each rule of the check. */
export const rulePaths = () => rulePages.map((page) => ({ params: { rule: page.ruleId }, props: { page } }));

async function rulePage(ruleId: RuleId): Promise<RulePage> {
  const folder = `${ROOT}${ruleId}/`;
  const about = textOf(`${folder}about.md`);
  const expected = textOf(`${folder}expected.txt`);
  const { code } = await markdown.render(about);
  return {
    ruleId,
    address: `/problems/${ruleId}/`,
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
