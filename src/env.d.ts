/// <reference types="astro/client" />

declare module 'virtual:publication' {
  import type { Publication } from '#corpus/publication.ts';

  const publication: Publication;
  export default publication;
}

declare module 'virtual:share' {
  import type { Share } from '#corpus/shard.ts';

  /** Whose pages this build makes: all, but in a shard. */
  const share: Share;
  export default share;
}

// 50m: Natural Earth's outlines for maps of a scale of 1:50 million, as TopoJSON. Read as JSON, each of its numbers would be a type.
declare module 'world-atlas/countries-50m.json' {
  import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

  interface Countries extends GeometryCollection<{ name: string }> {
    geometries: (Polygon<{ name: string }> | MultiPolygon<{ name: string }>)[];
  }
  const atlas: Topology<{ countries: Countries; land: GeometryCollection }>;
  export default atlas;
}

declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** Tags of OpenType. */
    readonly keepFeatures?: readonly string[];
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  }

  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}

// The library has no types of its own; this is what is used of it.
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(format: 'biblatex'): string;
    format(format: 'ris', options: { readonly format: 'object' }): Record<string, string | string[]>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'wawoff2' {
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}

declare module 'virtual:article-trees' {
  import type { Root } from 'mdast';

  /** The syntax tree of the text of an article that was checked, by its slug: a new one for each call. */
  export default function treeOf(slug: string): Root;
}

declare module 'virtual:bodies' {
  import type { MDXInstance } from 'astro';

  /** The body of a document as HTML, by its file; undefined for one that is left to MDX. */
  export default function bodyOf(file: string): string | undefined;
  /** Those that are left to MDX, by their files. */
  export const modules: Readonly<Record<string, () => Promise<MDXInstance<Record<string, unknown>>>>>;
}

declare module 'virtual:grounds' {
  /** What the body of a document is made of besides its part of the publication, as a digest, by its file. */
  export default function groundsOf(file: string): string;
}

declare module 'virtual:pictures' {
  /** The picture for previews of an article, as PNG, by its slug; undefined where pages are made without them. */
  const pictureOf: ((slug: string) => Promise<Uint8Array<ArrayBuffer>>) | undefined;
  export default pictureOf;
}

declare module 'virtual:drawing' {
  /** Draw an SVG as PNG. `width` is in pixels; the height follows. */
  export default function drawPicture(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>>;
}
