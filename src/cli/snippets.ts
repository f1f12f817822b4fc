import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDocuments, readSourceFiles } from '#io/read-corpus.ts';
import { RULE_GROUPS } from '#problem/problem.ts';

const SNIPPETS_FILE = '.vscode/content.code-snippets';

/** The file of snippets, where a project has one that `writeSnippets` would change. */
export function staleSnippets(root: string): readonly string[] {
  const path = join(root, SNIPPETS_FILE);
  return existsSync(path) && readFileSync(path, 'utf8') !== snippetsOf(root) ? [SNIPPETS_FILE] : [];
}

/** Write the snippets for VS Code, which offer the sources, themes and rules that there are. Returns the file's name. */
export function writeSnippets(root: string): readonly string[] {
  if (!existsSync(join(root, '.vscode'))) return [];
  writeFileSync(join(root, SNIPPETS_FILE), snippetsOf(root));
  return [SNIPPETS_FILE];
}

function snippetsOf(root: string): string {
  const ids = readSourceFiles(root).map(({ id }) => id);
  const themes = listDocuments(root).flatMap(({ folder, slug }) => (folder === 'themes' ? slug : []));
  const rules = RULE_GROUPS.statement.filter((rule) => rule !== 'exemption-unused');
  const snippet = (prefix: string, description: string, ...body: readonly string[]) => ({
    ...{ scope: 'mdx', prefix, description, body },
  });
  const snippets = {
    'Footnote with a citation': snippet(
      'note',
      'A footnote; `npm run cite` prints it finished',
      `[^\${1:label}]: @${choice(2, ids)} "\${3:words of the source}"`,
      '',
    ),
    'Further citation of a footnote': snippet(
      'cite',
      'On a line of its own below the first',
      `    @${choice(1, ids)} "\${2:words of the source}"`,
    ),
    Exemption: snippet(
      'exempt',
      'Takes the next statement out of a rule',
      `{/* citations-ignore-next ${choice(1, rules)}: \${2:the reason} */}`,
    ),
    Event: snippet(
      'event',
      'A dated claim for the timeline',
      `<Event date="\${1:2023-05-14}" themes="${choice(2, themes)}">`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the snippet
      '${3:What happened, and by which text.}[^${4:label}]',
      '</Event>',
    ),
  };
  return `${JSON.stringify(snippets, undefined, 2)}\n`;
}

/** A placeholder that offers these words; any, if there are none. */
function choice(number: number, words: readonly string[]): string {
  return words.length === 0 ? `\${${number}}` : `\${${number}|${[...words].sort().join()}|}`;
}
