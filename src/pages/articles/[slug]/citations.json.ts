import type { APIRoute } from 'astro';
import { proofOf } from '#formats/proof.ts';
import { articlePaths } from '#pages/_paths.ts';
import { proofSources, textOf } from '#pages/_published.ts';

export const getStaticPaths = articlePaths;

export const GET: APIRoute = ({ props }) => Response.json(proofOf(props['article'], proofSources(), textOf));
