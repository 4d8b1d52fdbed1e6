export type BreakerState = "closed" | "open" | "half-open";
export type BreakerOptions = {
  /** Failures within the window that open it. */
  readonly threshold: number;
  readonly windowMs: number;
  /** How long it stays open before it lets one call through. */
  readonly restMs: number;
  /** Calls that have to work, one after the other, before it is closed again. */
  readonly probes?: number;
};

/** Keeps calls from what fails again and again. Time is told by the caller, in milliseconds. */
export class CircuitBreaker {
  readonly #options: Required<BreakerOptions>;
  #state: BreakerState = "closed";
  #failures: number[] = [];
  #openedAt = 0;
  #worked = 0;
  #isProbing = false;

  constructor(options: BreakerOptions) {
    this.#options = { probes: 1, ...options };
  }

  state(now: number): BreakerState {
    if (this.#state === "open" && now - this.#openedAt >= this.#options.restMs) {
      this.#state = "half-open";
      this.#worked = 0;
      this.#isProbing = false;
    }
    return this.#state;
  }

  /** Whether a call may be made now; one at a time while half open. */
  tryEnter(now: number): boolean {
    switch (this.state(now)) {
      case "closed":
        return true;
      case "open":
        return false;
      case "half-open":
        if (this.#isProbing) return false;
        this.#isProbing = true;
        return true;
    }
  }

  succeed(now: number): void {
    if (this.state(now) !== "half-open") return;
    this.#isProbing = false;
    this.#worked += 1;
    if (this.#worked < this.#options.probes) return;
    this.#state = "closed";
    this.#failures = [];
  }

  fail(now: number): void {
    if (this.state(now) === "half-open") {
      this.#open(now);
      return;
    }
    const since = now - this.#options.windowMs;
    this.#failures = [...this.#failures.filter((time) => time > since), now];
    if (this.#failures.length >= this.#options.threshold) this.#open(now);
  }

  /** Milliseconds until a call may be made. */
  waitMs(now: number): number {
    return this.state(now) === "open" ? this.#openedAt + this.#options.restMs - now : 0;
  }

  #open(now: number): void {
    this.#state = "open";
    this.#openedAt = now;
    this.#failures = [];
  }
}

/** A list of waits: each `factor` times the one before, spread by a share that `random` (0 to 1) chooses. */
export function planWaits(count: number, { firstMs, factor = 2, mostMs = 30_000, spread = 0, random = () => 0.5 }: { readonly firstMs: number; readonly factor?: number; readonly mostMs?: number; readonly spread?: number; readonly random?: () => number }): readonly number[] {
  const waits: number[] = [];
  let wait = firstMs;
  for (let at = 0; at < count; at += 1) {
    const capped = Math.min(wait, mostMs);
    waits.push(Math.round(capped * (1 + spread * (random() * 2 - 1))));
    wait *= factor;
  }
  return waits;
}
