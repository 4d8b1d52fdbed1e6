import { createPrivateKey } from "node:crypto";
import type { Octokit } from "@octokit/core";
import { NightshiftError } from "../../domain/errors.ts";
import type { Clock } from "../../ports.ts";
import type { ApiPace } from "./api-pace.ts";
import { readFailedAnswer } from "./failed-answer.ts";
import { createGitHubFetch, FetchRefusedError } from "./github-fetch.ts";
import { isRateLimit } from "./to-github-error.ts";
import type { UsageMeter } from "./usage-meter.ts";
import { createWriteGap } from "./write-gap.ts";

/** How the requests are signed. */
export type GitHubAuth =
  | { readonly token: string }
  | { readonly appId: number | string; readonly privateKey: string; readonly installationId: number };

/** Bounds of a client. */
export type ClientLimits = {
  /** One request with its answer, milliseconds. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Repetitions of what may be repeated. */
  readonly retries: number;
  /** A longer pause that GitHub asks for is not waited for, seconds. */
  readonly maxPauseSeconds: number;
  /** Between two writes, milliseconds; three times that between two that notify people. GitHub asks for a second. */
  readonly writeGapMs: number;
  /** What counts as a second of waiting, milliseconds: 1000 but for tests. */
  readonly secondMs: number;
};

/** What a client is made with. */
export type OctokitDeps = {
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
  readonly pace: ApiPace;
  readonly meter: UsageMeter;
};

/** How often a request is put again after GitHub asked for a pause. */
const maxPauses = 2;

/**
 * octokit with throttling and retries. Loads it: that takes a while, so that it is done with the first request.
 */
export async function openOctokit(
  {
    auth,
    baseUrl,
    limits,
  }: { readonly auth: GitHubAuth; readonly baseUrl: string; readonly limits: ClientLimits },
  { clock, sleep, pace, meter }: OctokitDeps,
): Promise<Octokit> {
  const [{ Octokit }, { throttling }, { retry }] = await Promise.all([
    import("@octokit/core"),
    import("@octokit/plugin-throttling"),
    import("@octokit/plugin-retry"),
  ]);

  /** Nearest to the network: every request is counted here, repeated ones too. */
  function observe(octokit: Octokit): void {
    octokit.hook.wrap("request", async (request, options) => {
      meter.count(`${options.method} ${options.url}`);
      const isOurQuota = options.url.startsWith("/repos/");
      try {
        const response = await request(options);
        if (isOurQuota) pace.note(response.headers);
        return response;
      } catch (error) {
        const answer = readFailedAnswer(error);
        if (isOurQuota) pace.note(answer.headers);
        if (isRateLimit(answer)) obeyPause(error, answer.headers);
        // A redirect to elsewhere stays one.
        if ((error as Error).cause instanceof FetchRefusedError)
          Object.assign(options.request, { retries: 0 });
        throw error;
      }
    });
  }

  /** Makes throttling see every refusal that asks for a pause, and the other calls wait too. */
  function obeyPause(error: unknown, headers: Readonly<Record<string, unknown>>): void {
    if (headers["x-ratelimit-remaining"] === "0" && headers["retry-after"] === undefined) return;
    const seconds = readSeconds(headers["retry-after"], clock.now());
    pace.pause(seconds * limits.secondMs);
    const marked = error as { message: string; response: { headers: Record<string, unknown> } };
    marked.response.headers["retry-after"] = String(seconds);
    if (!/secondary rate/i.test(marked.message)) marked.message += " (secondary rate limit)";
  }

  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, pauses: number) =>
    seconds <= limits.maxPauseSeconds && pauses < maxPauses;
  const gap = (ms: number) => createWriteGap(ms, { elapsedMs: clock.elapsedMs, sleep });
  const common = {
    baseUrl,
    userAgent: "nightshift",
    request: { fetch: createGitHubFetch({ timeoutMs: limits.timeoutMs, maxBytes: limits.maxAnswerBytes }) },
    // What is to be said is thrown; octokit's warnings would go to the log of whoever calls.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: limits.secondMs,
      write: gap(limits.writeGapMs) as never,
      notifications: gap(limits.writeGapMs * 3) as never,
    },
    retry: {
      retries: limits.retries,
      retryAfterBaseValue: limits.secondMs,
      doNotRetry: [400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 451],
    },
  };
  const Client = Octokit.plugin(observe, throttling, retry);
  if ("token" in auth) return new Client({ ...common, auth: auth.token });
  const { createAppAuth } = await import("@octokit/auth-app");
  return new Client({
    ...common,
    authStrategy: createAppAuth,
    auth: { ...auth, privateKey: readKey(auth.privateKey) },
  });
}

/** An App's key; in one line of an environment file its line ends are written as `\\n`. */
function readKey(text: string): string {
  const key = text.replaceAll("\\n", "\n");
  try {
    createPrivateKey(key);
    return key;
  } catch {
    // The cause is left out: it may quote the key.
    throw new NightshiftError({
      code: "GITHUB_UNAUTHORIZED",
      message: "The App's private key cannot be read.",
      hint: "Give the whole PEM file that GitHub made, from -----BEGIN to END-----.",
    });
  }
}

function ignore(): void {}

/** `Retry-After` in seconds (RFC 9110, 10.2.3); a minute where it says nothing, as GitHub's documentation asks. */
function readSeconds(header: unknown, now: string): number {
  const text = String(header ?? "").trim();
  if (/^\d+$/.test(text)) return Number(text);
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? 60 : Math.max(0, Math.ceil((at - Date.parse(now)) / 1_000));
}
