import type { APIRoute } from 'astro';
import { writeBibliography } from '#formats/bibliography.ts';
import { sourcePaths } from '#pages/_paths.ts';

export const getStaticPaths = sourcePaths;

export const GET: APIRoute = ({ props }) => new Response(writeBibliography(props['source'].csl, 'csl.json'));
