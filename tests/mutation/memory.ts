const emptied = new Set<() => void>();

/**
 * Stand in for `WeakMap` in the modules under test. What they remember of an object is forgotten between two tests, or a
 * mutant would live on in what it computed, and another would never be asked.
 */
export function Memory<Key extends object, Value>() {
  let values = new WeakMap<Key, Value>();
  emptied.add(() => {
    values = new WeakMap();
  });
  return {
    get: (key: Key) => values.get(key),
    set: (key: Key, value: Value) => {
      values.set(key, value);
    },
  };
}

export function forget(): void {
  for (const empty of emptied) empty();
}
