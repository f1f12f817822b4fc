import { enableCompileCache } from 'node:module';

// Half of a quick check would be spent on compiling itself. The cache is keyed by the text of each module, and lies where the
// system keeps what may be lost (or in NODE_COMPILE_CACHE).
enableCompileCache();

await import('./program.ts');
