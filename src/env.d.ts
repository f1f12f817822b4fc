/// <reference types="astro/client" />

declare module 'virtual:publication' {
  import type { Root } from 'mdast';
  import type { Publication } from '#publication/publication.ts';

  const publication: Publication;
  export default publication;
  /** The syntax tree of the checked text of an article, by its slug: a new one for each call. */
  export function treeOf(file: string): Root;
  /** Draw an SVG as PNG. `width` is in pixels; the height follows. */
  export function drawPicture(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>>;
}

// 50m: Natural Earth's outlines at 1:50 million, as TopoJSON. Read as JSON, each of its numbers would be a type.
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
    format(
      format: 'biblatex',
      options: { readonly format: 'object' },
    ): { readonly type: string; readonly properties: Record<string, string> }[];
    format(format: 'ris', options: { readonly format: 'object' }): Record<string, string | string[]>[];
  }
  export const plugins: {
    readonly config: { readonly get: (plugin: '@bibtex') => { readonly format: { asciiOnly: boolean } } };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'wawoff2' {
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
