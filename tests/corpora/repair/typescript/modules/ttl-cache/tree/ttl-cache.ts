type Entry<V> = { readonly value: V; readonly expiresAt: number };

export type CacheOptions = {
  readonly ttlMs: number;
  readonly maxSize?: number;
  /** Milliseconds; told by the caller so that nothing here looks at a clock. */
  readonly now: () => number;
};

/** A cache whose entries end after a time; the one that ends first goes where there are too many. */
export class TtlCache<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #options: CacheOptions;
  #evictions = 0;

  constructor(options: CacheOptions) {
    if (options.ttlMs <= 0) throw new RangeError(`ttlMs: ${options.ttlMs}`);
    this.#options = options;
  }

  get size(): number {
    this.#sweep();
    return this.#entries.size;
  }

  get evictions(): number {
    return this.#evictions;
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt <= this.#options.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry.value;
  }

  set(key: K, value: V, ttlMs: number = this.#options.ttlMs): void {
    this.#entries.set(key, { value, expiresAt: this.#options.now() + ttlMs });
    this.#sweep();
    const { maxSize = Number.POSITIVE_INFINITY } = this.#options;
    while (this.#entries.size > maxSize) {
      this.#entries.delete(this.#findFirstToEnd() as K);
      this.#evictions += 1;
    }
  }

  /** The value, or what `load` gives, which is kept. */
  getOrLoad(key: K, load: (key: K) => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = load(key);
    this.set(key, value);
    return value;
  }

  /** Gives an entry its full time again; false where it has ended. */
  touch(key: K): boolean {
    const value = this.get(key);
    if (value === undefined) return false;
    this.set(key, value);
    return true;
  }

  /** Milliseconds that an entry has left; 0 where there is none. */
  timeLeft(key: K): number {
    const entry = this.#entries.get(key);
    return entry === undefined ? 0 : Math.max(0, entry.expiresAt - this.#options.now());
  }

  keys(): readonly K[] {
    this.#sweep();
    return [...this.#entries.keys()];
  }

  #findFirstToEnd(): K | undefined {
    let first: K | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt < least) {
        least = expiresAt;
        first = key;
      }
    }
    return first;
  }

  #sweep(): void {
    const now = this.#options.now();
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= now) this.#entries.delete(key);
  }
}
