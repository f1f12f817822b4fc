import { resolve } from 'node:path';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { readCorpus } from '#io/read-corpus.ts';
import { explain } from '#problem/explain.ts';
import { isError } from '#problem/problem.ts';

/**
 * The check as a remark plugin, for editors and `remark-cli`: the problems of a document become messages of its file.
 * Its text is that of the editor, saved or not; all other files are read from disk. Files outside `content/` are
 * ignored.
 */
export function remarkCheck(this: Processor): (tree: Root, file: VFile) => void {
  // With `--output` remark would serialize the tree, with other marks and escapes, and so other quotes.
  this.compiler = (_tree, file) => String(file);
  return (_tree, file) => {
    const full = resolve(file.cwd, file.path ?? '').replaceAll('\\', '/');
    // Editors start the program in any folder.
    const [, root, path] = /^(.*)\/(content\/.+\.mdx)$/.exec(full) ?? [];
    if (root === undefined || path === undefined) return;
    const { problems } = readCorpus(root, { unsaved: new Map([[path, String(file)]]) }).report;
    for (const problem of problems) {
      if (problem.file !== path) continue;
      const { reason, notes, help } = explain(problem);
      const message = file.message([reason, ...notes].join('\n'), {
        ...(problem.place && { place: problem.place }),
        ruleId: problem.ruleId,
        source: 'citations',
      });
      message.note = `help: ${help}\nmore: /problems/${problem.ruleId}/`;
      // `true` would stop remark at the first message; `false` is a warning, `null` information.
      message.fatal = isError(problem) ? false : null;
    }
  };
}
