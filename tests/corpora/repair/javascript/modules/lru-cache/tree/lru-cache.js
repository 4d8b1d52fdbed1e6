/** A map of limited size that forgets what was used least recently. */
export class LruCache {
  #entries = new Map();

  constructor(capacity) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError(`capacity: ${capacity}`);
    this.capacity = capacity;
    this.hits = 0;
    this.misses = 0;
  }

  get size() {
    return this.#entries.size;
  }

  get(key) {
    if (!this.#entries.has(key)) {
      this.misses += 1;
      return undefined;
    }
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.hits += 1;
    return value;
  }

  /** Looks without using. */
  peek(key) {
    return this.#entries.get(key);
  }

  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
      return oldest;
    }
    return undefined;
  }

  /** Sets the size; gives the keys that had to go. */
  resize(capacity) {
    this.capacity = capacity;
    const gone = [];
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= capacity) break;
      this.#entries.delete(key);
      gone.push(key);
    }
    return gone;
  }

  /** Keys, the most recently used first. */
  keys() {
    return [...this.#entries.keys()].reverse();
  }

  hitRate() {
    const asked = this.hits + this.misses;
    return asked === 0 ? 0 : this.hits / asked;
  }

  clear() {
    this.#entries.clear();
    this.hits = 0;
    this.misses = 0;
  }
}
