import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Options } from './checked-document.ts';

/** Render the tree that the check has parsed instead of parsing the text again. */
export const remarkTree: Plugin<[Options], string, Root> = function ({ documentOf }) {
  this.parser = (text, file) => documentOf(file.path, text).tree;
};
