import { createHash } from 'node:crypto';
import publication from 'virtual:publication';

/** What pages show of the site around them: its themes and reference pages, in their order. */
export const site = {
  themes: publication.themes.map(({ address, matter: { label } }) => ({ address, matter: { label } })),
  pages: publication.pages.map(({ slug, address, matter: { title } }) => ({ slug, address, matter: { title } })),
};

/**
 * A path for `getStaticPaths`, with a key that tells apart all that its pages can show. They are given nothing but its
 * properties, so that a build may take them from the site of an earlier one (`integration/kept-pages.ts`).
 *
 * @param grounds What they are made of besides, in digests.
 */
export function keyed<Params, Props extends object>(params: Params, props: Props, ...grounds: readonly string[]) {
  // Dev makes each page that is asked for.
  if (!import.meta.env.PROD) return { params, props };
  const parts = Object.entries(props).map(([name, value]) => [name, digestOf(value)]);
  return { params, props, cacheKey: digestOf({ parts, grounds }) };
}

/** By value: many pages show the same. */
const digests = new WeakMap<object, string>();

/** The SHA-256 of a value as JSON, in hex. */
export function digestOf(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null;
  const known = isObject ? digests.get(value) : undefined;
  if (known !== undefined) return known;
  const digest = createHash('sha256')
    .update(JSON.stringify(value) ?? 'undefined')
    .digest('hex');
  if (isObject) digests.set(value, digest);
  return digest;
}
