import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { readCorpus } from '#io/read-corpus.ts';
import { explain } from '#problem/explain.ts';
import { isError } from '#problem/problem.ts';

/**
 * The check as a plugin of remark, for editors and for `remark-cli`: the problems of a document become messages of its file. The
 * text is that of the editor, saved or not; all other files are read from disk. A file outside of `content/` is left alone.
 */
export function remarkCheck(this: Processor): (tree: Root, file: VFile) => void {
  // With `--output` remark would print the tree: other marks, other escapes, and so other quotes. The text stays as it is.
  this.compiler = (_tree, file) => String(file);
  return (_tree, file) => {
    const path = relativePath(file);
    if (!/^content\/.+\.mdx$/.test(path)) return;
    const { problems } = readCorpus(rootOf(file), { unsaved: new Map([[path, String(file)]]) }).report;
    for (const problem of problems) {
      if (problem.file !== path) continue;
      const { reason, notes, help } = explain(problem);
      const message = file.message([reason, ...notes].join('\n'), {
        ...(problem.place && { place: problem.place }),
        ruleId: problem.ruleId,
        source: 'citations',
      });
      message.note = `help: ${help}\nmore: /problems/${problem.ruleId}/`;
      // `true` would stop remark at the first one; `null` is a remark, `false` a warning.
      message.fatal = isError(problem) ? false : null;
    }
  };
}

/** The folder above `content`. Editors start the program where they like. */
function rootOf({ cwd, path = '' }: VFile): string {
  const full = absolute(cwd, path);
  const at = full.lastIndexOf('/content/');
  return at === -1 ? cwd : full.slice(0, at);
}

function relativePath(file: VFile): string {
  return absolute(file.cwd, file.path ?? '').slice(rootOf(file).length + 1);
}

function absolute(cwd: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return /^(?:\/|[A-Za-z]:)/.test(slashed) ? slashed : `${cwd.replaceAll('\\', '/')}/${slashed}`;
}
