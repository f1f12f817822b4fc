/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/** The median of the ratios of each two numbers that were measured in the same round. */
export function medianRatio(numbers: readonly number[], base: readonly number[]): number {
  return median(numbers.map((number, round) => number / (base[round] ?? Number.NaN)));
}

/** The ratio of the means: for numbers counted in coarse steps, which a median would keep. */
export function ratioOfMeans(numbers: readonly number[], base: readonly number[]): number {
  const sum = (list: readonly number[]) => list.reduce((total, number) => total + number, 0);
  return (sum(numbers) * base.length) / (sum(base) * numbers.length);
}

/** The exponent k of y = c · x^k that fits best, by least squares of the logarithms: 1 is linear growth. */
export function growthExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: (point: readonly [number, number]) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [x, y] = [mean(([log]) => log), mean(([, log]) => log)];
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2);
}
