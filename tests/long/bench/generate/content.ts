import { seeded } from '../../faults/random.ts';
import { generateArticle } from './article.ts';
import { generatePages } from './pages.ts';
import { generateSource } from './source.ts';
import { shuffle } from './vocabulary.ts';

const LEAST_BYTES = 10_000;
const MOST_BYTES = 1_000_000;

/**
 * Make the files of `content/` and `sources/` of a site with `articles` articles, by path; the same for the same seed.
 * There are as many sources as the square root of that, from 10 kB to 1 MB, their sizes spread evenly over the
 * logarithms.
 */
export function generateContent(articles: number, seed: number): ReadonlyMap<string, string> {
  const sizes = spreadSizes(Math.ceil(Math.sqrt(articles)));
  const sources = shuffle(seeded(seed), sizes).map((bytes, index) => generateSource(index, bytes, seed));

  const files = new Map<string, string>();
  for (const { id, raw, record } of sources) {
    files.set(`sources/${id}.txt`, raw);
    files.set(`sources/${id}.yaml`, record);
  }
  for (const [path, text] of generatePages(sources, seed)) files.set(`content/${path}`, text);
  for (let index = 0; index < articles; index++) {
    const { slug, text } = generateArticle(index, articles, sources, seed);
    files.set(`content/articles/${slug}.mdx`, text);
  }
  return files;
}

function spreadSizes(count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => LEAST_BYTES * (MOST_BYTES / LEAST_BYTES) ** ((index + 0.5) / count),
  );
}
