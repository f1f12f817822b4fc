import type { APIRoute } from 'astro';
import { annotationsOf } from '#formats/annotations.ts';
import { articlePaths } from '#pages/_paths.ts';
import { siteOf, textOf } from '#pages/_published.ts';

export const getStaticPaths = articlePaths;

export const GET: APIRoute = ({ props, site }) => Response.json(annotationsOf(props['article'], textOf, siteOf(site)));
