import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw-picture.ts';

/** What a thread is given, one after the other. */
export interface PictureOrder {
  readonly slug: string;
  /** What it is kept under. */
  readonly key: string;
  readonly svg: string;
  readonly width: number;
}

/** What it gives back. */
export interface DrawnPicture {
  readonly slug: string;
  readonly key: string;
  readonly png: Uint8Array<ArrayBuffer>;
}

parentPort?.on('message', async ({ slug, key, svg, width }: PictureOrder) => {
  const png = await drawPicture(svg, width);
  const drawn: DrawnPicture = { slug, key, png };
  parentPort?.postMessage(drawn, [png.buffer]);
});
