import type { z } from "zod";
import type { NightshiftError } from "../../domain/errors.ts";
import type { RepositoryName } from "../../github-port.ts";
import type { GitHubRoute } from "./permissions.ts";

/** One request; the repository's name is added to the parameters. */
export type GitHubRequest<T> = {
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What the answer has to be. */
  readonly schema: z.ZodType<T>;
  /**
   * Whether doing it twice is as good as once. Then it is repeated when the server fails or the answer is lost. Default:
   * reads alone.
   */
  readonly isIdempotent?: boolean;
  /** Whether GitHub may say "not modified". Default: reads. */
  readonly isCached?: boolean;
};

/** An answer: what was asked for, or a refusal (4xx) that the caller may know how to read. */
export type GitHubAnswer<T> =
  | { readonly status: "ok"; readonly data: T; readonly hasNext: boolean }
  | {
      readonly status: "refused";
      readonly httpStatus: number;
      /** GitHub's words on one line. */
      readonly message: string;
      /** What to throw where the caller makes nothing of it. */
      readonly error: NightshiftError;
    };

/** Requests to one repository, with all that is common to them: sign-in, pace, retries, cache, errors. */
export interface GitHubClient {
  readonly repository: RepositoryName;
  /** Throws `GITHUB_UNAUTHORIZED`, `GITHUB_RATE_LIMITED`, `GITHUB_UNAVAILABLE`, and `GITHUB_INVALID` for a strange answer. */
  send<T>(route: GitHubRoute, request: GitHubRequest<T>): Promise<GitHubAnswer<T>>;
  /** As `send`; a refusal is thrown too. */
  call<T>(route: GitHubRoute, request: GitHubRequest<T>): Promise<T>;
  /** As `call`; 404 and 410 give null. */
  find<T>(route: GitHubRoute, request: GitHubRequest<T>): Promise<T | null>;
  /**
   * Pages of 100 until nothing follows or `limit` is reached. Where more than `cap` would follow, throws
   * `GITHUB_INVALID`: half a list is no answer.
   */
  list<T>(
    route: GitHubRoute,
    request: Omit<GitHubRequest<readonly T[]>, "isIdempotent">,
    bounds: { readonly limit: number } | { readonly cap: number },
  ): Promise<readonly T[]>;
  /** The bytes that a route redirects to, fetched without the token. Throws `GITHUB_INVALID` beyond `maxBytes`. */
  download(
    route: GitHubRoute,
    parameters: Readonly<Record<string, unknown>>,
    maxBytes: number,
  ): Promise<Buffer>;
}
