import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { decompress } from 'wawoff2';
import { indexedPng } from './indexed-png.ts';

/** The files of the typeface that pictures are drawn with. */
export const FONTS = ['serif', 'serif-azerbaijani'];

let ready: Promise<Uint8Array[]> | undefined;

/** Once for a thread: the program that draws, and the typeface as it wants it. Returns the fonts. */
function prepare(): Promise<Uint8Array[]> {
  ready ??= (async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return Promise.all(
      FONTS.map(async (name) => {
        const font = readFileSync(new URL(`../fonts/${name}.woff2`, import.meta.url));
        return new Uint8Array(await decompress(font));
      }),
    );
  })();
  return ready;
}

/** Draw an SVG as PNG. `width` is in pixels; the height follows. */
export async function drawPicture(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await prepare();
  // In HTML these three are text; in XML they end what was never begun.
  const drawing = new Resvg(svg.replaceAll(']]>', ']]&gt;'), {
    font: { fontBuffers, defaultFontFamily: 'Source Serif 4', loadSystemFonts: false },
    fitTo: { mode: 'width', value: width },
  });
  const image = drawing.render();
  const png = indexedPng(image) ?? new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}
