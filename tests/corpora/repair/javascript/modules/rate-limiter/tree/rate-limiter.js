/** Tokens fill a bucket steadily; each action takes some. Times are milliseconds, told by the caller. */
export class TokenBucket {
  constructor({ capacity, perSecond, now = 0 }) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.tokens = capacity;
    this.updatedAt = now;
  }

  #refill(now) {
    const elapsed = Math.max(0, now - this.updatedAt);
    this.tokens = Math.min(this.capacity, this.tokens + (elapsed / 1000) * this.perSecond);
    this.updatedAt = Math.max(this.updatedAt, now);
  }

  /** Takes tokens if there are enough; all or none. */
  take(now, count = 1) {
    this.#refill(now);
    if (this.tokens < count) return false;
    this.tokens -= count;
    return true;
  }

  /** Milliseconds until so many tokens are there; Infinity where they never are. */
  waitFor(now, count = 1) {
    this.#refill(now);
    if (count > this.capacity) return Infinity;
    const missing = count - this.tokens;
    return missing <= 0 ? 0 : Math.ceil((missing / this.perSecond) * 1000);
  }
}

/** At most `limit` actions of one key in any `windowMs`. */
export class SlidingWindow {
  #times = new Map();

  constructor(limit, windowMs) {
    this.limit = limit;
    this.windowMs = windowMs;
  }

  allow(key, now) {
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - this.windowMs);
    const isAllowed = recent.length < this.limit;
    if (isAllowed) recent.push(now);
    this.#times.set(key, recent);
    return isAllowed;
  }

  remaining(key, now) {
    const recent = (this.#times.get(key) ?? []).filter((time) => time > now - this.windowMs);
    return this.limit - recent.length;
  }

  /** Forgets keys that did nothing lately; gives their number. */
  sweep(now) {
    let swept = 0;
    for (const [key, times] of this.#times) {
      if (times.some((time) => time > now - this.windowMs)) continue;
      this.#times.delete(key);
      swept += 1;
    }
    return swept;
  }
}

/** How long to wait ahead of a further try: doubling, with a limit. */
export function backoff(attempt, { baseMs = 100, maxMs = 5000 } = {}) {
  if (attempt <= 0) return 0;
  return Math.min(maxMs, baseMs * 2 ** (attempt - 1));
}
