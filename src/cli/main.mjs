// @ts-check
import { enableCompileCache } from 'node:module';

// Half of a quick check would be spent on compiling itself. The cache is keyed by the text of each module, and lies where the
// system keeps what may be lost (or in NODE_COMPILE_CACHE). This module comes before it: were it TypeScript, Node would load what
// takes the types away for it alone, each time.
enableCompileCache();

const { bringBackSite } = await import('./bring-back-site.ts');
bringBackSite(process.cwd(), process.stderr);
await import('./program.ts');
