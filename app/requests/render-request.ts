import { showCode } from "../../src/report/show-code.ts";
import type { RunEntry } from "../runs/run-ledger.ts";

/** How a campaign that an issue asked for stands. */
export type RequestState =
  | { readonly state: "asking" | "asked" }
  | { readonly state: "running"; readonly url: string }
  | { readonly state: "refused"; readonly reason: string }
  | {
      readonly state: "ended";
      readonly url: string;
      readonly conclusion: string | null;
      readonly entry: RunEntry | null;
    };

/** The one comment on an issue that asked for a campaign. Pure. */
export function renderRequest(request: RequestState): string {
  const title = "### Nightshift";
  switch (request.state) {
    case "asking":
    case "asked":
      return `${title}\n\nA campaign is asked for; it starts when a runner is free. This comment tells how it stands.`;
    case "running":
      return `${title}\n\n[A campaign is running](${request.url}). This comment tells how it stands.`;
    case "refused":
      return `${title}\n\nNo campaign was started: ${showCode(request.reason)}`;
    case "ended": {
      const { url, conclusion, entry } = request;
      const how = conclusion === "success" ? "has ended" : `ended as ${showCode(conclusion ?? "unknown")}`;
      return `${title}\n\n[The campaign](${url}) ${how}. ${entry === null ? "" : renderOutcome(entry)}`.trimEnd();
    }
    default:
      return request satisfies never;
  }
}

/** What became of a campaign's run, in a sentence or two. Pure. */
export function renderOutcome({ status, reason, promoted, pullRequests, stopReason }: RunEntry): string {
  const why = reason === "" ? "" : ` ${showCode(reason)}`;
  const found = `${promoted} ${promoted === 1 ? "promotion" : "promotions"}${stopReason === "" ? "" : `, ${showCode(stopReason)}`}`;
  switch (status) {
    case "verifying":
      return `${found}. Its gates are run again on a fresh machine before anything is offered.`;
    case "published":
      return pullRequests.length === 0
        ? `${found}. There is nothing to offer.${why}`
        : `${found}. Offered: ${pullRequests.map((number) => `#${number}`).join(", ")}.${why}`;
    case "by-workflow":
      return `${found}. The workflow publishes itself.`;
    case "nothing":
      return `There was nothing to publish.${why}`;
    case "refused":
      return `Nothing was published: its bundle was refused.${why}`;
    case "postponed":
      return `${found}. What is not published yet is tried again.${why}`;
    case "unverified":
      return `${found}. Nothing was published, since nothing has been verified.${why}`;
    default:
      return status satisfies never;
  }
}
