/**
 * Remembers what was made last, by a name, with what it was made from: where all of that is the same, nothing is made anew. For
 * what depends on nothing else; without an earlier run it changes nothing.
 */
export class Memory {
  readonly #known = new Map<string, { readonly grounds: readonly unknown[]; readonly value: unknown }>();

  /** @param grounds All that `make` reads: texts and numbers are compared by their value, objects by which they are. */
  recall<Value>(name: string, grounds: readonly unknown[], make: () => Value): Value {
    const known = this.#known.get(name);
    if (known?.grounds.length === grounds.length && grounds.every((ground, index) => ground === known.grounds[index])) {
      return known.value as Value;
    }
    const value = make();
    this.#known.set(name, { grounds, value });
    return value;
  }
}
