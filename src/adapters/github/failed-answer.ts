/** A request that did not succeed, as far as it is known. */
export type FailedAnswer = {
  /** HTTP status; null where no whole answer came. */
  readonly httpStatus: number | null;
  /** GitHub's words, or the network's. */
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether it was the App's own request for a token that failed, and not what was asked for. */
  readonly isSignIn: boolean;
};

/** What a thrown error of octokit holds. Pure. */
export function readFailedAnswer(error: unknown): FailedAnswer {
  const { status, message, response, request } = error as {
    readonly status?: unknown;
    readonly message?: unknown;
    readonly request?: { readonly url?: unknown };
    readonly response?: { readonly data?: unknown; readonly headers?: unknown };
  };
  return {
    httpStatus: response === undefined ? null : readStatus(status, message),
    message: readWords(response?.data) ?? String(message ?? error),
    headers: (response?.headers ?? {}) as Readonly<Record<string, unknown>>,
    isSignIn: /\/app\/installations\/\d+\/access_tokens$/.test(String(request?.url)),
  };
}

/** octokit says 500 where no answer came, and throws GraphQL's own limit without a status. */
function readStatus(status: unknown, message: unknown): number | null {
  if (typeof status === "number") return status;
  return /rate limit/i.test(String(message)) ? 429 : null;
}

function readWords(data: unknown): string | null {
  const { message, errors } = (data ?? {}) as { readonly message?: unknown; readonly errors?: unknown };
  if (typeof message !== "string") return null;
  const details = Array.isArray(errors) ? errors.map(describeDetail) : [];
  return [message, ...details].join("; ");
}

function describeDetail(detail: unknown): string {
  if (typeof detail === "string") return detail;
  const { message, resource, field, code } = (detail ?? {}) as Record<string, unknown>;
  return typeof message === "string" ? message : [resource, field, code].filter(Boolean).join(" ");
}
