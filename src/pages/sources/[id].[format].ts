import type { APIRoute } from 'astro';
import { writeBibliography } from '#formats/bibliography.ts';
import { BIBLIOGRAPHY_FORMATS } from '#formats/bibliography-formats.ts';
import { sourcePaths } from '#pages/_paths.ts';

export const getStaticPaths = () =>
  sourcePaths().flatMap(({ params, props }) =>
    BIBLIOGRAPHY_FORMATS.map((format) => ({ params: { ...params, format }, props: { ...props, format } })),
  );

/** The record of a source, for reference managers. */
export const GET: APIRoute = ({ props: { source, format } }) => new Response(writeBibliography(source.csl, format));
