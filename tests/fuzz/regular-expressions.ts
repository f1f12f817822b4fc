import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

/** Read every regular expression of the program that is written as a literal, each once, and where some are put together. */
export function readExpressions(): { readonly literals: readonly string[]; readonly built: readonly string[] } {
  const literals = new Set<string>();
  const built = new Set<string>();
  for (const file of globSync('src/**/*.{ts,mjs}', { cwd: root }).sort()) {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest, true);
    const read = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) literals.add(node.text);
      const isBuilt = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
      if (isBuilt) built.add(`${file.replaceAll('\\', '/')}: ${node.getText().replace(/\s+/g, ' ')}`);
      ts.forEachChild(node, read);
    };
    read(source);
  }
  return { literals: [...literals].sort(), built: [...built].sort() };
}

/** What was judged of each: `safe` by recheck, or why it does no harm. */
export interface Verdicts {
  readonly literals: Readonly<Record<string, string>>;
  readonly built: Readonly<Record<string, string>>;
}

export const VERDICTS: Verdicts = JSON.parse(
  readFileSync(new URL('regular-expressions.json', import.meta.url), 'utf8'),
);
