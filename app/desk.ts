import type { ReadSettings } from "../src/adapters/github/create-settings-reader.ts";
import type { GitHubUsage } from "../src/adapters/github/usage-meter.ts";
import type { Config } from "../src/config/schema.ts";
import type { RefNames } from "../src/domain/ref-names.ts";
import type { GitHub, RepositoryInfo } from "../src/github-port.ts";
import type { Clock } from "../src/ports.ts";
import type { FindInHistory } from "../src/publish/state/create-history.ts";
import type { PublishRun } from "./runs/publish-run.ts";

/** What the App says to whoever runs it. Fields are numbers, ids and names; secrets are in none. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};

/** One repository as a task finds it: read anew for each task, so that nothing is remembered between two. */
export type Desk = {
  /** May write beneath the prefix, and merge nothing. */
  readonly github: GitHub;
  /** The same, with the right to merge: for a person's `/approve` where config allows it, and nothing else. */
  readonly githubForMerge: GitHub;
  /** For what stands in the way, as far as the App may see it. */
  readonly readSettings: ReadSettings;
  readonly info: RepositoryInfo;
  /** The default branch and its commit. */
  readonly sacred: { readonly branch: string; readonly commit: string };
  /** Whether a commit is in its history, of the last commits alone; what one run has asked is known for the next. */
  readonly findInHistory: FindInHistory;
  /** As the default branch has it. */
  readonly config: Config;
  /** What is wrong with the configuration; then `config` is the defaults, and nothing is started or published. */
  readonly configFault: string | null;
  readonly names: RefNames;
  readonly prefix: string;
  /** Login of the App: "nightshift[bot]". */
  readonly login: string;
  /** What this task has used of GitHub's API so far. */
  getUsage(): Pick<GitHubUsage, "calls" | "cached" | "hitRate" | "remaining">;
  readonly publish: PublishRun;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
};
