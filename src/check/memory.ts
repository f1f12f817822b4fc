/**
 * Remembers the last value computed under a name, until its inputs change. For values that depend on nothing but these
 * inputs: an empty memory gives the same results.
 */
export class Memory {
  readonly #known = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();

  /** @param inputs Everything that `compute` reads: strings and numbers are compared by value, objects by identity. */
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
