interface Point {
  readonly x: number;
  readonly y: number;
}

/** A limit that the few marks of a map never reach. */
const ROUNDS = 100;

/**
 * Move points that are closer than `distance` apart along the line between them, each by half, so that places that
 * coincide on a map can both be seen. Points at the same position are separated from west to east.
 */
export function separate<P extends Point>(points: readonly P[], distance: number): P[] {
  const moved = points.map((point): P & { x: number; y: number } => ({ ...point }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const tooNear = moved.flatMap((a, index) =>
      moved.slice(index + 1).flatMap((b) => (distance - Math.hypot(b.x - a.x, b.y - a.y) > 1e-3 ? [{ a, b }] : [])),
    );
    if (tooNear.length === 0) break;
    for (const { a, b } of tooNear) {
      const [x, y] = [b.x - a.x, b.y - a.y];
      const length = Math.hypot(x, y);
      const [across, down] = length === 0 ? [1, 0] : [x / length, y / length];
      const step = (distance - length) / 2;
      a.x -= across * step;
      a.y -= down * step;
      b.x += across * step;
      b.y += down * step;
    }
  }
  return moved;
}
