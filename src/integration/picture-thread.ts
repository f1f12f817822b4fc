import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw-picture.ts';

/** What a thread is given, one after the other. */
export interface PictureOrder {
  readonly slug: string;
  readonly svg: string;
  readonly width: number;
}

/** What it gives back. */
export interface DrawnPicture {
  readonly slug: string;
  readonly png: Uint8Array<ArrayBuffer>;
}

parentPort?.on('message', async ({ slug, svg, width }: PictureOrder) => {
  const png = await drawPicture(svg, width);
  const drawn: DrawnPicture = { slug, png };
  parentPort?.postMessage(drawn, [png.buffer]);
});
