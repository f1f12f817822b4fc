import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Options } from './checked-document.ts';

/**
 * Give each heading the id by which the check and the table of contents know it. Astro would make another from a heading
 * with a reference, whose number it takes for a word, or with a line break.
 */
export const remarkHeadings: Plugin<[Options], Root> =
  ({ documentOf }) =>
  (tree, file) => {
    const ids = documentOf(file.path, String(file.value))
      .headings.map(({ id }) => id)
      .values();
    visit(tree, 'heading', (heading) => {
      // A document with a problem, in dev, has none.
      const id = ids.next().value;
      if (id !== undefined) heading.data = { ...heading.data, hProperties: { id } };
    });
  };
