/** Tells listeners what happens. */
export class Emitter {
  #listeners = new Map();

  /** Listens; the result stops listening. */
  on(name, listener, { isOnce = false } = {}) {
    const entry = { listener, isOnce };
    const entries = this.#listeners.get(name) ?? [];
    this.#listeners.set(name, [...entries, entry]);
    return () => this.#remove(name, (other) => other === entry);
  }

  once(name, listener) {
    return this.on(name, listener, { isOnce: true });
  }

  /** Stops one listener, wherever it was added, or all of a name. */
  off(name, listener) {
    return this.#remove(name, (entry) => listener === undefined || entry.listener === listener);
  }

  #remove(name, isGone) {
    const entries = this.#listeners.get(name) ?? [];
    const kept = entries.filter((entry) => !isGone(entry));
    if (kept.length === 0) this.#listeners.delete(name);
    else this.#listeners.set(name, kept);
    return entries.length - kept.length;
  }

  /** Calls the listeners of a name, then those of "*", in the order in which they came; gives their number. */
  emit(name, ...values) {
    const entries = this.#listeners.get(name) ?? [];
    const everything = name === "*" ? [] : (this.#listeners.get("*") ?? []);
    const errors = [];
    for (const entry of [...entries, ...everything]) {
      const isGeneral = everything.includes(entry);
      if (entry.isOnce) this.#remove(isGeneral ? "*" : name, (other) => other === entry);
      try {
        if (isGeneral) entry.listener(name, ...values);
        else entry.listener(...values);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} listeners of ${name} failed`);
    return entries.length + everything.length;
  }

  count(name) {
    if (name !== undefined) return this.#listeners.get(name)?.length ?? 0;
    let total = 0;
    for (const entries of this.#listeners.values()) total += entries.length;
    return total;
  }

  names() {
    return [...this.#listeners.keys()];
  }
}
