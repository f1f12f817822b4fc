/**
 * Read and hash the same files as `read-and-hash.mjs`, and do what no check can be without: parse each document with the fastest
 * parser that there is for it, go through its tree once, and bring each source into Unicode's normal form with single spaces. It
 * looks for no quote and compares no statement: how far a check can come down at the most.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mdxToMdast } from 'satteri';

let nodes = 0;
for (const folder of ['content', 'sources']) {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = readFileSync(`${file.parentPath}/${file.name}`);
    createHash('sha256').update(bytes).digest('hex');
    const text = bytes.toString('utf8');
    if (file.name.endsWith('.mdx')) count(mdxToMdast(text, { features: { gfm: true, frontmatter: true } }));
    else if (file.name.endsWith('.txt')) nodes += text.normalize('NFC').replace(/\s+/g, ' ').length;
  }
}
process.stdout.write(`${nodes}\n`);

function count(node) {
  nodes++;
  for (const child of node.children ?? []) count(child);
}
