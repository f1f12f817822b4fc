import { treeOf } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { markdownTwin } from '#formats/markdown-twin.ts';
import { articlePaths } from '#pages/_paths.ts';
import { siteOf } from '#pages/_published.ts';

export const getStaticPaths = articlePaths;

export const GET: APIRoute = ({ props, site }) =>
  new Response(markdownTwin(props['article'], treeOf(props['article'].file), siteOf(site)));
