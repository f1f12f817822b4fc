import type { MDXInstance } from 'astro';
import Chart from '#components/Chart.astro';
import Event from '#components/Event.astro';
import Point from '#components/Point.astro';
import Table from '#components/Table.astro';

const bodies = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/**/*.mdx');

/** What the elements of a document become; in a body, `<Body components={components} />`. */
export const components = { table: Table, Event, Chart, Point };

/** Load the text of a document as a component. `file` is relative to the project's root, as in the publication. */
export async function loadBody(file: string) {
  const load = bodies[`/${file}`];
  if (!load) throw new Error(`Cannot find the module of ${file}`);
  const { Content } = await load();
  return Content;
}
