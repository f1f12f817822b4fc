/// <reference types="astro/client" />

declare module 'virtual:publication' {
  import type { Publication } from '#corpus/publication.ts';

  const publication: Publication;
  export default publication;
}
