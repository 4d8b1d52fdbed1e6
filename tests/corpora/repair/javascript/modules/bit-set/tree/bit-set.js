const BITS = 32;

/** Whole numbers from 0, one bit each. */
export class BitSet {
  #words = [];

  constructor(values = []) {
    for (const value of values) this.add(value);
  }

  add(value) {
    const word = value >>> 5;
    while (this.#words.length <= word) this.#words.push(0);
    this.#words[word] |= 1 << (value % BITS);
    return this;
  }

  delete(value) {
    const word = value >>> 5;
    if (word < this.#words.length) this.#words[word] &= ~(1 << (value % BITS));
    return this;
  }

  has(value) {
    return ((this.#words[value >>> 5] ?? 0) & (1 << (value % BITS))) !== 0;
  }

  get size() {
    let count = 0;
    for (let word of this.#words) {
      while (word !== 0) {
        word &= word - 1;
        count++;
      }
    }
    return count;
  }

  /** All numbers, ascending. */
  *values() {
    for (let at = 0; at < this.#words.length; at++) {
      for (let bit = 0; bit < BITS; bit++) {
        if ((this.#words[at] & (1 << bit)) !== 0) yield at * BITS + bit;
      }
    }
  }

  #combine(other, operate) {
    const result = new BitSet();
    const length = Math.max(this.#words.length, other.#words.length);
    for (let at = 0; at < length; at++) {
      result.#words.push(operate(this.#words[at] ?? 0, other.#words[at] ?? 0));
    }
    return result;
  }

  union(other) {
    return this.#combine(other, (a, b) => a | b);
  }

  intersection(other) {
    return this.#combine(other, (a, b) => a & b);
  }

  difference(other) {
    return this.#combine(other, (a, b) => a & ~b);
  }

  isSubsetOf(other) {
    return this.difference(other).size === 0;
  }

  /** The smallest number that is not in the set. */
  firstFree() {
    for (let at = 0; at < this.#words.length; at++) {
      if (this.#words[at] === -1) continue;
      let bit = 0;
      while ((this.#words[at] & (1 << bit)) !== 0) bit++;
      return at * BITS + bit;
    }
    return this.#words.length * BITS;
  }

  /** As text, "0-3,7": runs of three or more are shortened. */
  toString() {
    const parts = [];
    let run = [];
    const flush = () => {
      if (run.length >= 3) parts.push(`${run[0]}-${run.at(-1)}`);
      else parts.push(...run);
      run = [];
    };
    for (const value of this.values()) {
      if (run.length > 0 && value !== run.at(-1) + 1) flush();
      run.push(value);
    }
    flush();
    return parts.join(",");
  }
}
