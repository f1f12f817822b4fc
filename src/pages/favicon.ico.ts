import { drawPicture } from 'virtual:publication';
import type { APIRoute } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { drawIcon } from '#drawing/icon.ts';

const SIZE = 32;

/** For programs that ask only for this name: a PNG after the 22-byte header of the ICO format. */
export const GET: APIRoute = async () => {
  const png = await drawPicture(toHtml(drawIcon('round'), { space: 'svg' }), SIZE);
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(SIZE, 6);
  header.writeUInt8(SIZE, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return new Response(Buffer.concat([header, png]));
};
