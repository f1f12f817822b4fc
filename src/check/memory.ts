/**
 * Remembers the last value by name, with what it was computed from: while all inputs are the same, it is not computed again.
 * For values that depend on nothing else; a new memory changes no outcome.
 */
export class Memory {
  readonly #known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();

  /** @param inputs All that `compute` reads: strings and numbers are compared by value, objects by identity. */
  memoize<Value>(name: string, inputs: readonly unknown[], compute: () => Value): Value {
    const known = this.#known.get(name);
    if (known?.inputs.length === inputs.length && inputs.every((input, index) => input === known.inputs[index])) {
      return known.value as Value;
    }
    const value = compute();
    this.#known.set(name, { inputs, value });
    return value;
  }
}
