import { createClock } from "../../src/adapters/clock.ts";
import {
  createGitHub,
  type GitHubAdapter,
  type GitHubInput,
} from "../../src/adapters/github/create-github.ts";

/** Waits are kept in `slept` and last no time. */
export type GitHubOn = { readonly github: GitHubAdapter; readonly slept: readonly number[] };

/** The adapter on a server of a test: it may write beneath `nightshift/`, and a second lasts a millisecond. */
export function openGitHubOn(url: string, input: Partial<GitHubInput> = {}): GitHubOn {
  const slept: number[] = [];
  const github = createGitHub(
    {
      repository: { owner: "octo", name: "fair" },
      auth: { token: "token-of-a-test" },
      baseUrl: url,
      guard: { prefix: "nightshift", sacred: "main" },
      ...input,
      limits: { secondMs: 1, ...input.limits },
    },
    {
      clock: createClock(),
      sleep: async (ms) => {
        slept.push(ms);
      },
    },
  );
  return { github, slept };
}
