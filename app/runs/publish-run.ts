import type { GitHub } from "../../src/github-port.ts";

/** How a publication ended. */
export type RunPublication =
  | {
      readonly status: "published";
      readonly pullRequests: readonly number[];
      readonly notes: readonly string[];
    }
  /** GitHub's quota is low, or it refuses what a person has to mend: the rest is done later. */
  | { readonly status: "postponed"; readonly reason: string }
  | { readonly status: "refused"; readonly reason: string };

/** Publishes a bundle by its verdict. `cid` is the verdict's content id as its origin, a run of the App's own, has it. */
export type PublishRun = (
  input: {
    /** The artifact, which is read anew as hostile data. */
    readonly zip: Buffer;
    readonly campaign: string;
    readonly verdict: { readonly bytes: Uint8Array; readonly cid: string };
  },
  deps: { readonly github: GitHub },
) => Promise<RunPublication>;
