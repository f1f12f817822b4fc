interface Point {
  readonly x: number;
  readonly y: number;
}

/** No chain of marks on a map is so long that it takes more rounds to straighten out. */
const ROUNDS = 100;

/**
 * Move points that are nearer to each other than a distance apart, each by half, along the line that joins them: places that
 * fall together at the scale of a map can each be seen, and stay on their side. Points on one spot part from west to east.
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
