import { z } from 'zod';

/** The file by which a folder is known as a shard, and which a joined site does not have. */
export const STAMP = 'shard.json';

/** What a shard says of itself. */
export const Stamp = z.strictObject({
  part: z.int().positive(),
  of: z.int().positive(),
  /** The fingerprint of all that the pages are made of: content, sources, program, and the day that they print. */
  state: z.hex(),
});
export type Stamp = z.infer<typeof Stamp>;
