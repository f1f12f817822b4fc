import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { decompress } from 'wawoff2';

let ready: Promise<Uint8Array[]> | undefined;

/** Load the renderer and the typeface, once in a process. Returns the fonts. */
function prepare(): Promise<Uint8Array[]> {
  ready ??= (async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    const fonts = ['serif', 'serif-azerbaijani'].map(async (name) => {
      return new Uint8Array(await decompress(readFileSync(new URL(`../fonts/${name}.woff2`, import.meta.url))));
    });
    return Promise.all(fonts);
  })();
  return ready;
}

/** Draw an SVG as PNG. `width` is in pixels; the height follows. */
export async function drawPicture(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await prepare();
  // In HTML these three characters are text; in XML they close a CDATA section.
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
