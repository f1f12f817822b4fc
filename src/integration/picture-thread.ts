import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw-picture.ts';

/** What a thread is given, one after the other, and `undefined` at the end. */
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

parentPort?.on('message', async (order: PictureOrder | undefined) => {
  // The last one was drawn: without the port the thread ends by itself.
  if (!order) return parentPort?.close();
  const { slug, key, svg, width } = order;
  const png = await drawPicture(svg, width);
  const drawn: DrawnPicture = { slug, key, png };
  return parentPort?.postMessage(drawn, [png.buffer]);
});
