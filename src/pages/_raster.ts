import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { decompress } from 'wawoff2';
import serif from '#fonts/serif.woff2?inline';
import azerbaijani from '#fonts/serif-azerbaijani.woff2?inline';

let ready: Promise<Uint8Array[]> | undefined;

/** Once for a build: the program that draws, and the typeface as it wants it. Returns the fonts. */
function prepare(): Promise<Uint8Array[]> {
  ready ??= (async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return Promise.all([serif, azerbaijani].map(async (font) => new Uint8Array(await decompress(bytesOf(font)))));
  })();
  return ready;
}

/** Draw an SVG as PNG. `width` is in pixels; the height follows. */
export async function rasterize(svg: Element, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await prepare();
  const font = { fontBuffers, defaultFontFamily: 'Source Serif 4', loadSystemFonts: false };
  const drawing = new Resvg(toHtml(svg, { space: 'svg' }), { font, fitTo: { mode: 'width', value: width } });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}
