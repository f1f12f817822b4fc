import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { typeOf } from '../../site/content-type.ts';
import { readHostHeaders } from '../../site/host-headers.ts';

const PACKED = new Set(['.png', '.ico', '.woff2', '.pagefind', '.pf_index', '.pf_meta', '.pf_fragment', '.pf_filter']);

/**
 * Serve a built site as static hosts do: compressed by Brotli, with the headers of its `_headers`. Returns its address.
 */
export function serve(dist: string): Promise<{ readonly origin: string; readonly server: Server }> {
  const headersOf = readHostHeaders(dist);
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const path = join(dist, name);
    try {
      const isPacked = PACKED.has(extname(path));
      const body = kept.get(path) ?? (isPacked ? readFileSync(path) : compress(readFileSync(path)));
      kept.set(path, body);
      response.setHeader('Content-Type', typeOf(path));
      if (!isPacked) response.setHeader('Content-Encoding', 'br');
      for (const [header, value] of headersOf(pathname)) response.setHeader(header, value);
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(join(dist, '404.html')));
    }
  });
  return new Promise((resolve) => {
    server.listen(0, () => resolve({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, server }));
  });
}

/** What a static host sends of a text: Brotli at its highest quality. */
export function compress(text: Buffer): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
