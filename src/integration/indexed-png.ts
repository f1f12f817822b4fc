import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture in memory: red, green, blue, opacity of each pixel, line by line, from a place that can be divided by 4. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a byte can count. */
const MOST_COLOURS = 256;
/** Repeats of one byte are nearly all that there is to find: to look for others takes more than twice the time for a tenth of the bytes. */
const COMPRESSION = { level: 4, strategy: constants.Z_RLE };

/**
 * Write a picture of few colours and no transparency as PNG with a palette (PNG, third edition, colour type 3), which takes a fifth of
 * the time and half of the bytes of one with three bytes for each pixel. Returns `undefined` for any other picture.
 */
export function indexedPng({ width, height, pixels }: Pixels): Uint8Array<ArrayBuffer> | undefined {
  const colours = new Map<number, number>();
  // The same bytes twice, and as numbers of the computer's own order: they are only compared, and the palette reads the bytes.
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const numbers = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  // Each line begins with the way it is filtered: 0, not at all.
  const lines = new Uint8Array((width + 1) * height);
  const palette: number[] = [];
  for (let y = 0, at = 0, to = 0; y < height; y++) {
    const row = 4 * at;
    if (y > 0 && bytes.compare(bytes, row - 4 * width, row, row, row + 4 * width) === 0) {
      lines.copyWithin(to, to - width - 1, to);
      at += width;
      to += width + 1;
      continue;
    }
    to++;
    for (const end = at + width; at < end; ) {
      const start = at;
      const colour = Number(numbers[at]);
      const index = colours.get(colour) ?? colours.size;
      if (index === colours.size) {
        const [red = 0, green = 0, blue = 0, opacity] = pixels.subarray(4 * at, 4 * at + 4);
        if (index === MOST_COLOURS || opacity !== 0xff) return undefined;
        colours.set(colour, index);
        palette.push(red, green, blue);
      }
      do at++;
      while (at < end && numbers[at] === colour);
      lines.fill(index, to, to + at - start);
      to += at - start;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint16(8, 0x0803);
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', new Uint8Array(header.buffer)),
      chunk('PLTE', Uint8Array.from(palette)),
      chunk('IDAT', deflateSync(lines, COMPRESSION)),
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
