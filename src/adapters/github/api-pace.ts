import { NightshiftError } from "../../domain/errors.ts";
import type { Clock } from "../../ports.ts";

/** Bounds of the pace. */
export type PaceLimits = {
  /** So many calls are left to others who use the same quota: at it, nothing more is asked. */
  readonly reserve: number;
  /** From this share of the quota down, calls are spread over the time until it is renewed; 0 to 1. */
  readonly spreadBelow: number;
  /** The longest wait before one call for the sake of spreading, milliseconds. */
  readonly maxSpreadMs: number;
  /** A longer pause that GitHub asks for is not waited for, milliseconds. */
  readonly maxPauseMs: number;
};

/** Decides when the next call may go out. */
export interface ApiPace {
  /** Waits as long as the quota asks for. Throws `GITHUB_RATE_LIMITED` where that is longer than the limit. */
  wait(): Promise<void>;
  /** Reads what an answer tells of the quota. */
  note(headers: Readonly<Record<string, unknown>>): void;
  /** Nobody calls for so long: GitHub asked for it. Milliseconds. */
  pause(ms: number): void;
  remaining(): number | null;
}

type Quota = { readonly limit: number; readonly remaining: number; readonly resetMs: number };

/** A pace that knows nothing yet of the quota. */
export function createApiPace(
  { reserve, spreadBelow, maxSpreadMs, maxPauseMs }: PaceLimits,
  { clock, sleep }: { readonly clock: Clock; readonly sleep: (ms: number) => Promise<void> },
): ApiPace {
  let quota: Quota | null = null;
  let pausedUntilMs = 0;

  function findWait(nowMs: number): number {
    const paused = Math.max(0, pausedUntilMs - nowMs);
    if (paused > maxPauseMs) throw limited(`GitHub asked for a pause until ${toIso(pausedUntilMs)}`);
    if (quota === null || quota.resetMs <= nowMs) return paused;
    const { limit, remaining, resetMs } = quota;
    // A small quota is not all reserve.
    const kept = Math.min(reserve, limit / 2);
    if (remaining <= kept) {
      throw limited(`${remaining} of ${limit} calls are left until ${toIso(resetMs)}`);
    }
    if (remaining > limit * spreadBelow) return paused;
    const share = (resetMs - nowMs) / (remaining - kept);
    return Math.max(paused, Math.min(share, maxSpreadMs));
  }

  return {
    async wait() {
      const ms = findWait(Date.parse(clock.now()));
      if (ms > 0) await sleep(ms);
      // Several calls may have waited side by side: what is left is theirs together.
      if (quota !== null) quota = { ...quota, remaining: quota.remaining - 1 };
    },
    note(headers) {
      const resource = headers["x-ratelimit-resource"];
      const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
        Number(headers[`x-ratelimit-${name}`] ?? Number.NaN),
      );
      if (resource !== undefined && resource !== "core") return;
      if (limit === undefined || remaining === undefined || reset === undefined) return;
      if (![limit, remaining, reset].every((value) => Number.isFinite(value) && value >= 0)) return;
      quota = { limit, remaining, resetMs: reset * 1_000 };
    },
    pause(ms) {
      pausedUntilMs = Math.max(pausedUntilMs, Date.parse(clock.now()) + ms);
    },
    remaining: () => (quota === null ? null : Math.max(0, quota.remaining)),
  };
}

function toIso(ms: number): string {
  return new Date(Math.min(ms, 8.64e15)).toISOString();
}

function limited(reason: string): NightshiftError {
  return new NightshiftError({
    code: "GITHUB_RATE_LIMITED",
    message: `No more calls are made for now: ${reason}.`,
    hint: "What is done stays done; run it again after that time and it goes on from there.",
  });
}
