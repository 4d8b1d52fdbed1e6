import { NightshiftError } from "../../domain/errors.ts";
import { describeAccepted, describeNeed } from "./describe-permissions.ts";
import type { FailedAnswer } from "./failed-answer.ts";
import type { GitHubRoute } from "./permissions.ts";
import { githubRoutes } from "./permissions.ts";

/** Longer reasons are cut. */
const maxReason = 400;

/** GitHub's words on one line, cut, without signs that steer a terminal. Pure. */
export function tidyReason(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to be taken out
  const line = message.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
  return line.length > maxReason ? `${line.slice(0, maxReason)}…` : line;
}

/** The error for a failed request, with what to do about it. Pure. */
export function toGitHubError(
  route: GitHubRoute,
  repository: string,
  { httpStatus, message, headers, isSignIn }: FailedAnswer,
  cause: unknown,
): NightshiftError {
  const reason = tidyReason(message);
  const what = `${route.replaceAll(/\{owner\}\/\{repo\}/g, repository)}: ${reason}`;
  const { code, hint } = explain(route, { httpStatus, message: reason, headers, isSignIn });
  return new NightshiftError({
    code,
    message: `GitHub ${httpStatus === null ? "gave no answer to" : `answered ${httpStatus} to`} ${what}`,
    hint,
    cause,
  });
}

type Explanation = { readonly code: string; readonly hint: string };

function explain(route: GitHubRoute, answer: FailedAnswer): Explanation {
  const { httpStatus, message, headers } = answer;
  const need =
    describeAccepted(headers["x-accepted-github-permissions"]) ?? describeNeed(githubRoutes[route]);
  if (httpStatus === null || httpStatus >= 500) {
    return {
      code: "GITHUB_UNAVAILABLE",
      hint: "Run it again later: it looks at what is done already. https://www.githubstatus.com tells of outages.",
    };
  }
  if (isRateLimit(answer)) {
    return {
      code: "GITHUB_RATE_LIMITED",
      hint: "What is done stays done; run it again when the quota is renewed, at most an hour from now.",
    };
  }
  if (answer.isSignIn) {
    return {
      code: "GITHUB_UNAUTHORIZED",
      hint: "The App could not sign in: its id, its key and the installation's id have to belong together, and the installation must not be suspended.",
    };
  }
  switch (httpStatus) {
    case 401:
      return {
        code: "GITHUB_UNAUTHORIZED",
        hint: "The token is wrong, expired or revoked, or the App's key or id is: give a valid one.",
      };
    case 403:
      return { code: "GITHUB_FORBIDDEN", hint: explainForbidden(message, need) };
    case 404:
      return {
        code: "GITHUB_NOT_FOUND",
        hint: `Check the name. GitHub says so too to a token that may not see it; this one needs ${need}.`,
      };
    case 410:
      return {
        code: "GITHUB_NOT_FOUND",
        hint: "It was there once, or the feature is switched off in the repository's settings.",
      };
    default:
      return { code: "GITHUB_INVALID", hint: "GitHub's own words say what it did not take." };
  }
}

/** Whether GitHub refused for the number of calls. Pure. */
export function isRateLimit({
  httpStatus,
  message,
  headers,
}: Pick<FailedAnswer, "httpStatus" | "message" | "headers">): boolean {
  if (httpStatus === 429) return true;
  return (
    httpStatus === 403 &&
    (headers["x-ratelimit-remaining"] === "0" ||
      headers["retry-after"] !== undefined ||
      /rate limit|abuse detection/i.test(message))
  );
}

function explainForbidden(message: string, need: string): string {
  if (/archived/i.test(message))
    return "The repository is archived: nobody writes to it until it is unarchived.";
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return "Settings, Actions, General, Workflow permissions: allow GitHub Actions to create and approve pull requests.";
  }
  if (/SAML|SSO/i.test(message)) return "Authorise the token for the organisation's single sign-on.";
  if (/IP allow list/i.test(message))
    return "The organisation's IP allow list has to hold this machine's address.";
  return `The token needs ${need}: in a workflow beneath \`permissions:\`, for an App in its settings (and accepted by the repository's owner).`;
}
