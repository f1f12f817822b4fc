import { seeded } from '../../faults/random.ts';
import { generateArticle } from './article.ts';
import { generatePages } from './pages.ts';
import { generateSource } from './source.ts';
import { shuffle } from './vocabulary.ts';

const LEAST_BYTES = 10_000;
const MOST_BYTES = 1_000_000;

/** What else than their number articles are made by. */
interface Basis {
  /** The number of articles of a smaller site, whose sources and articles this one has, to the letter. */
  readonly base?: number;
  /** The sizes of the sources, in bytes. */
  readonly sizes?: readonly number[];
}

/**
 * Make the files of `content/` and `sources/` of a site with `articles` articles, by path; the same for the same seed. The
 * sources are as many as the square root of the articles. Their sizes are spread evenly over the logarithms from 10 kB to 1 MB:
 * 5 sources with 0.9 MB behind 20 articles, 10 with 2 MB behind 100, 32 with 7 MB behind 1,000, 71 with 15 MB behind 5,000.
 */
export function generateContent(articles: number, seed: number, basis: Basis = {}): ReadonlyMap<string, string> {
  const { base = articles, sizes = spreadSizes(Math.ceil(Math.sqrt(base))) } = basis;
  const sources = shuffle(seeded(seed), sizes).map((bytes, index) => generateSource(index, bytes, seed));

  const files = new Map<string, string>();
  for (const { id, raw, record } of sources) {
    files.set(`sources/${id}.txt`, raw);
    files.set(`sources/${id}.yaml`, record);
  }
  for (const [path, text] of generatePages(sources, seed)) files.set(`content/${path}`, text);
  for (let index = 0; index < articles; index++) {
    const { slug, text } = generateArticle(index, index < base ? base : articles, sources, seed);
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
