import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { decompress } from 'wawoff2';

let ready: Promise<Uint8Array[]> | undefined;

/** Load the renderer and return the fonts, for all pictures of the process. */
async function prepare(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const folder = new URL('../fonts/', import.meta.url);
  const fonts = readdirSync(folder)
    .filter((name) => /^(?:serif|letters-.*)\.woff2$/.test(name))
    .map(async (name) => new Uint8Array(await decompress(readFileSync(new URL(name, folder)))));
  return Promise.all(fonts);
}

/** Draw an SVG as PNG. `width` is in pixels; the height follows. */
export async function drawPicture(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= prepare();
  const fontBuffers = await ready;
  // Text in HTML, but the end of a CDATA section in XML.
  const drawing = new Resvg(svg.replaceAll(']]>', ']]&gt;'), {
    font: { fontBuffers, defaultFontFamily: 'Source Serif 4', loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
  });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}
