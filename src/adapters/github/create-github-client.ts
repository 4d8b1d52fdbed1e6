import { createHash } from "node:crypto";
import type { Octokit } from "@octokit/core";
import type { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { RepositoryName } from "../../github-port.ts";
import { downloadRedirected } from "./download-redirected.ts";
import type { EtagCache } from "./etag-cache.ts";
import { readFailedAnswer } from "./failed-answer.ts";
import type { GitHubAnswer, GitHubClient, GitHubRequest } from "./github-client.ts";
import { FetchRefusedError } from "./github-fetch.ts";
import { type ClientLimits, type GitHubAuth, type OctokitDeps, openOctokit } from "./open-octokit.ts";
import type { GitHubRoute } from "./permissions.ts";
import { isRateLimit, tidyReason, toGitHubError } from "./to-github-error.ts";

/** What a client talks to, and as whom. */
export type ClientInput = {
  readonly repository: RepositoryName;
  readonly auth: GitHubAuth;
  readonly baseUrl: string;
  readonly limits: ClientLimits;
  /** Once it is aborted nothing is sent any more. */
  readonly signal?: AbortSignal;
};

type SentRequest = Pick<GitHubRequest<unknown>, "parameters" | "isIdempotent"> & {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the redirect itself is the answer. */
  readonly isRedirectWanted?: boolean;
};

/** GitHub's largest page. */
const pageSize = 100;

/** A client of one repository; octokit is loaded with the first request. */
export function createGitHubClient(
  input: ClientInput,
  deps: OctokitDeps & { readonly cache: EtagCache | null },
): GitHubClient {
  const { repository, auth, baseUrl, limits } = input;
  const { cache, pace, meter } = deps;
  const name = `${repository.owner}/${repository.name}`;
  const isSecure = baseUrl.startsWith("https:");
  let opened: Promise<Octokit> | undefined;

  function open(): Promise<Octokit> {
    opened ??= openOctokit(input, deps).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function request(
    route: GitHubRoute,
    { parameters = {}, isIdempotent, headers = {}, isRedirectWanted = false }: SentRequest,
  ) {
    checkParameters(route, parameters);
    if (input.signal?.aborted) throw closed(route, name);
    if (route.includes("/repos/")) await pace.wait();
    const isRead = route.startsWith("GET ");
    const own = route.includes("{owner}") ? { owner: repository.owner, repo: repository.name } : {};
    // A number here would be octokit's for every failure, one that repeating cannot mend too: none means its rules.
    const retries = (isIdempotent ?? isRead) ? {} : { retries: 0 };
    return (await open()).request(route as string, {
      ...parameters,
      ...own,
      // Of a server of one's own GraphQL lies beside the REST API, not beneath it.
      ...(route === "POST /graphql" ? { baseUrl: baseUrl.replace(/\/v3$/, "") } : {}),
      headers: { ...headers },
      request: { ...retries, ...(isRedirectWanted ? { redirect: "manual" } : {}) },
    });
  }

  function fail(route: GitHubRoute, error: unknown): NightshiftError {
    if (error instanceof NightshiftError) return error;
    const answer = readFailedAnswer(error);
    const { cause } = error as { readonly cause?: unknown };
    const message = cause instanceof FetchRefusedError ? cause.message : answer.message;
    const shown = "token" in auth ? message.replaceAll(auth.token, "***") : message;
    return cause instanceof FetchRefusedError
      ? invalid(route, name, shown)
      : toGitHubError(route, name, { ...answer, message: shown }, error);
  }

  async function send<T>(route: GitHubRoute, options: GitHubRequest<T>): Promise<GitHubAnswer<T>> {
    const { parameters = {}, schema } = options;
    const isCached = cache !== null && (options.isCached ?? route.startsWith("GET "));
    const key = `${baseUrl} ${nameIdentity(auth)} ${name} ${route} ${JSON.stringify(parameters)}`;
    const kept = isCached ? await cache.get(key) : null;
    const headers = kept === null ? {} : { "if-none-match": kept.etag };
    try {
      const answer = await request(route, { ...options, headers });
      const link = String(answer.headers.link ?? "");
      const data = parseAnswer(route, name, schema, answer.data);
      const { etag } = answer.headers;
      if (isCached && etag !== undefined) await cache.put(key, { etag, link, data: answer.data });
      return { status: "ok", data, hasNext: hasNext(link) };
    } catch (error) {
      const { httpStatus, message, headers: answered, isSignIn } = readFailedAnswer(error);
      if (httpStatus === 304 && kept !== null) {
        meter.countCached();
        return {
          status: "ok",
          data: parseAnswer(route, name, schema, kept.data),
          hasNext: hasNext(kept.link),
        };
      }
      const failure = fail(route, error);
      const isRefusal =
        httpStatus !== null && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 401 && !isSignIn;
      if (!isRefusal || isRateLimit({ httpStatus, message, headers: answered })) throw failure;
      return { status: "refused", httpStatus, message: tidyReason(message), error: failure };
    }
  }

  async function call<T>(route: GitHubRoute, options: GitHubRequest<T>): Promise<T> {
    const answer = await send(route, options);
    if (answer.status === "refused") throw answer.error;
    return answer.data;
  }

  return {
    repository,
    send,
    call,
    async find(route, options) {
      const answer = await send(route, options);
      if (answer.status === "ok") return answer.data;
      if (answer.httpStatus === 404 || answer.httpStatus === 410) return null;
      throw answer.error;
    },
    async list<T>(
      route: GitHubRoute,
      options: Omit<GitHubRequest<readonly T[]>, "isIdempotent">,
      bounds: { readonly limit: number } | { readonly cap: number },
    ) {
      const most = "limit" in bounds ? bounds.limit : bounds.cap;
      const per_page = Math.min(pageSize, Math.max(1, most));
      const found: T[] = [];
      for (let page = 1; ; page += 1) {
        const answer = await send(route, {
          ...options,
          parameters: { ...options.parameters, per_page, page },
        });
        if (answer.status === "refused") throw answer.error;
        found.push(...answer.data);
        if ("limit" in bounds && found.length >= most) return found.slice(0, most);
        if (!answer.hasNext || answer.data.length === 0) return found;
        if (found.length >= most) throw invalid(route, name, `more than ${most} entries`);
      }
    },
    async download(route, parameters, maxBytes) {
      try {
        const answer = await request(route, { parameters, isRedirectWanted: true });
        const { location } = answer.headers;
        if (location === undefined) throw invalid(route, name, "no redirect to the bytes");
        return await downloadRedirected(new URL(location, baseUrl), {
          isSecure,
          maxBytes,
          timeoutMs: limits.timeoutMs * 10,
        });
      } catch (error) {
        if (error instanceof FetchRefusedError) throw invalid(route, name, error.message);
        throw fail(route, error);
      }
    },
  };
}

function parseAnswer<T>(route: GitHubRoute, name: string, schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw invalid(route, name, `an answer of another form (${places.join("; ")})`);
}

/** Dots would lead the path elsewhere: they stay as they are when the rest of a name is escaped. */
function checkParameters(route: GitHubRoute, parameters: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (route.includes(`{${name}}`) && ["", ".", ".."].includes(String(value))) {
      throw invalid(route, "", `${JSON.stringify(value)} is no ${name}`);
    }
  }
}

function invalid(route: GitHubRoute, name: string, reason: string): NightshiftError {
  return new NightshiftError({
    code: "GITHUB_INVALID",
    message: `${route.replaceAll("{owner}/{repo}", name)}: ${tidyReason(reason)}.`,
    hint: "Nothing was made of it. If it stays, the server is not GitHub's, or a proxy stands between.",
  });
}

function hasNext(link: string): boolean {
  return /\brel="?next\b/.test(link);
}

/** Of a token the digest: the name of a file must not tell it. */
function nameIdentity(auth: GitHubAuth): string {
  return "token" in auth
    ? createHash("sha256").update(auth.token).digest("hex").slice(0, 16)
    : `installation ${auth.installationId}`;
}

function closed(route: string, name: string): NightshiftError {
  return new NightshiftError({
    code: "GITHUB_CLOSED",
    message: `${route} of ${name} was not sent: the time for this task is up.`,
    hint: "What is left is found again from the repository by the next reconcile pass.",
  });
}
