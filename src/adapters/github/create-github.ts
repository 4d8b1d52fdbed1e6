import { join } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub, RepositoryName } from "../../github-port.ts";
import type { Clock } from "../../ports.ts";
import { sleep as realSleep } from "../sleep.ts";
import { createApiPace, type PaceLimits } from "./api-pace.ts";
import { createGitHubClient } from "./create-github-client.ts";
import { type CacheLimits, createEtagCache } from "./etag-cache.ts";
import type { GitHubGuard } from "./guard-github-ref.ts";
import { createIssueCalls } from "./issue-calls.ts";
import { createLabelCalls } from "./label-calls.ts";
import { createObjectCalls } from "./object-calls.ts";
import type { ClientLimits, GitHubAuth } from "./open-octokit.ts";
import { createPullRequestCalls } from "./pull-request-calls.ts";
import { createRefCalls } from "./ref-calls.ts";
import { createRepositoryCalls } from "./repository-calls.ts";
import { createUsageMeter, type GitHubUsage } from "./usage-meter.ts";
import { createWorkflowCalls } from "./workflow-calls.ts";

/** All bounds, with their defaults. */
const defaultLimits = {
  timeoutMs: 30_000,
  maxAnswerBytes: 64 * 1_048_576,
  retries: 3,
  maxPauseSeconds: 60,
  writeGapMs: 1_000,
  secondMs: 1_000,
  reserve: 50,
  spreadBelow: 0.2,
  maxSpreadMs: 2_000,
  ttlMs: 24 * 3_600_000,
  maxEntries: 2_000,
  maxEntryBytes: 2 * 1_048_576,
} as const satisfies GitHubLimits;

/** Bounds of the adapter: of requests, of the pace, of the cache. */
export type GitHubLimits = ClientLimits & Omit<PaceLimits, "maxPauseMs"> & CacheLimits;

/** Which repository, as whom, and what may be written. */
export type GitHubInput = {
  readonly repository: RepositoryName;
  readonly auth: GitHubAuth;
  /** `GITHUB_API_URL`; GitHub's own by default. */
  readonly baseUrl?: string;
  /** Folder for answers that GitHub may confirm; without one none are kept. */
  readonly cacheFolder?: string;
  /** Without one no ref is written. */
  readonly guard?: GitHubGuard;
  readonly limits?: Partial<GitHubLimits>;
  /** Once it is aborted no request is sent any more: each throws `GITHUB_CLOSED`. */
  readonly signal?: AbortSignal;
};

/** The port, with what it has used. */
export interface GitHubAdapter extends GitHub {
  /** Of all ports that share its client. */
  getUsage(): GitHubUsage;
  /** The same client under another guard: pace, cache and usage are shared. */
  guardedBy(guard: GitHubGuard): GitHubAdapter;
}

/**
 * GitHub, one repository of it. Nothing is loaded or sent before the first call. What it promises is in the port.
 * @throws NightshiftError `GITHUB_INVALID` for a name or an address that cannot be one.
 */
export function createGitHub(
  input: GitHubInput,
  deps: { readonly clock: Clock; readonly sleep?: (ms: number) => Promise<void> },
): GitHubAdapter {
  const { repository, auth, cacheFolder } = input;
  const baseUrl = checkAddress(repository, input.baseUrl ?? "https://api.github.com");
  // A server on this machine has no secondary limits to keep clear of.
  const gap = isOnThisMachine(new URL(baseUrl)) ? { writeGapMs: 0 } : {};
  const limits: GitHubLimits = { ...defaultLimits, ...gap, ...input.limits };
  const { clock, sleep = realSleep } = deps;
  const meter = createUsageMeter();
  const maxPauseMs = limits.maxPauseSeconds * limits.secondMs;
  const pace = createApiPace({ ...limits, maxPauseMs }, { clock, sleep });
  const cache =
    cacheFolder === undefined ? null : createEtagCache(join(cacheFolder, "github"), limits, { clock });
  const client = createGitHubClient(
    { repository, auth, baseUrl, limits, ...(input.signal === undefined ? {} : { signal: input.signal }) },
    { clock, sleep, pace, meter, cache },
  );
  const openUnder = (guard: GitHubGuard | null): GitHubAdapter => {
    const refs = createRefCalls(client, guard);
    return {
      repository,
      ...refs,
      ...createRepositoryCalls(client, refs),
      ...createObjectCalls(client),
      ...createPullRequestCalls(client, guard),
      ...createIssueCalls(client),
      ...createLabelCalls(client),
      ...createWorkflowCalls(client),
      getUsage: () => meter.read(pace.remaining()),
      guardedBy: openUnder,
    };
  };
  return openUnder(input.guard ?? null);
}

function checkAddress({ owner, name }: RepositoryName, baseUrl: string): string {
  const isName =
    /^[A-Za-z0-9](?:[A-Za-z0-9_-]*)$/.test(owner) &&
    /^[A-Za-z0-9._-]+$/.test(name) &&
    !/^\.{1,2}$/.test(name);
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  // In the clear the token goes to this machine alone.
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isOnThisMachine(url));
  if (isName && isSafe) {
    return baseUrl.replace(/\/+$/, "");
  }
  throw new NightshiftError({
    code: "GITHUB_INVALID",
    message: `${owner}/${name} at ${baseUrl} is no repository of a GitHub.`,
    hint: "Give the repository as owner/name, and an address that begins with https:// (http for this machine alone).",
  });
}

function isOnThisMachine({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
