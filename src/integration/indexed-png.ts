import { crc32, deflateSync } from 'node:zlib';

/** A picture in memory: red, green, blue, opacity of each pixel, line by line. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a byte can count. */
const MOST_COLOURS = 256;
/** Higher levels of zlib take twice the time for a tenth of the bytes. */
const LEVEL = 4;

/**
 * Write a picture of few colours and no transparency as PNG with a palette (PNG, third edition, colour type 3), which takes a fifth of
 * the time and half of the bytes of one with three bytes for each pixel. Returns `undefined` for any other picture.
 */
export function indexedPng({ width, height, pixels }: Pixels): Uint8Array<ArrayBuffer> | undefined {
  const colours = new Map<number, number>();
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  // Each line begins with the way it is filtered: 0, not at all.
  const lines = new Uint8Array((width + 1) * height);
  let last: number | undefined;
  let index = 0;
  for (let y = 0, at = 0; y < height; y++) {
    let to = y * (width + 1) + 1;
    for (let x = 0; x < width; x++, at += 4) {
      const colour = view.getUint32(at);
      if (colour !== last) {
        last = colour;
        index = colours.get(colour) ?? colours.size;
        if (index === colours.size) colours.set(colour, index);
        if (index === MOST_COLOURS || (colour & 0xff) !== 0xff) return undefined;
      }
      lines[to++] = index;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint16(8, 0x0803);
  const palette = [...colours.keys()].flatMap((colour) => [
    colour >>> 24,
    (colour >>> 16) & 0xff,
    (colour >>> 8) & 0xff,
  ]);
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', new Uint8Array(header.buffer)),
      chunk('PLTE', Uint8Array.from(palette)),
      chunk('IDAT', deflateSync(lines, { level: LEVEL })),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(content.length);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
