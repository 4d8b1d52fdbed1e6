import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { GitHub, PullRequest } from "../../src/github-port.ts";

/** What the story left behind. */
export type LiveStory = { readonly issue: number; readonly pullRequest: number; readonly next: string };

type LiveDeps = {
  /** Signed in as a person who may write. */
  readonly github: GitHub;
  readonly sleep: (ms: number) => Promise<void>;
};

const everySeconds = 20;

/**
 * The whole story on a repository where the App is installed: an issue is labelled, the App starts a campaign and has it
 * verified, a draft is offered, `/approve` takes it out of draft, a person merges, it is learned from, and the next night
 * offers nothing twice. What a person does, this does with the person's token; it merges one pull request. Throws for
 * whatever does not come in `maxMinutes` each.
 */
export async function checkLiveStory(
  { maxMinutes }: { readonly maxMinutes: number },
  deps: LiveDeps,
): Promise<LiveStory> {
  const { github, sleep } = deps;
  const tries = (maxMinutes * 60) / everySeconds;
  const until = async <Found>(what: string, look: () => Promise<Found | null>): Promise<Found> => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await look();
      if (found !== null) return found;
      await sleep(everySeconds * 1_000);
    }
    throw new Error(`waited ${maxMinutes} minutes in vain for ${what}`);
  };
  const { defaultBranch } = await github.getRepository();
  const sacred = await github.getRef(`refs/heads/${defaultBranch}`);
  const known = new Set((await listPulls(github)).map(({ number }) => number));
  const issue = await github.createIssue({
    ...{ title: "A night for Nightshift", body: "Mend what fails.", labels: ["nightshift"] },
  });
  await until("the App's comment on the issue", async () => {
    const comments = await github.listComments(issue.number);
    return comments.find(({ isBot }) => isBot) ?? null;
  });
  const offer = await until("a draft pull request", async () => {
    const pulls = await listPulls(github);
    return pulls.find(({ number, state }) => !known.has(number) && state === "open") ?? null;
  });
  if (!offer.isDraft) throw new Error(`${offer.url} is no draft`);
  if ((await github.getRef(`refs/heads/${defaultBranch}`)) !== sacred)
    throw new Error(`${defaultBranch} moved before anybody merged`);
  await github.createComment(offer.number, `/approve ${offer.headSha}`);
  const ready = await until("it to be out of draft", async () => {
    const pull = await github.getPullRequest(offer.number);
    return pull?.isDraft === false ? pull : null;
  });
  const merged = await github.merge(ready.number, ready.headSha);
  if (merged.status !== "done") throw new Error(`${ready.url} cannot be merged: ${merged.reason}`);
  await until("the App to learn from the merge", async () => {
    const pull = await github.getPullRequest(offer.number);
    return pull?.labels.includes("nightshift:merged") ? pull : null;
  });
  return { issue: issue.number, pullRequest: offer.number, next: await runNextNight(ready, until, deps) };
}

/** Another campaign, and nothing of the merged title after it. Gives the run's address. */
async function runNextNight(
  { title }: PullRequest,
  until: <Found>(what: string, look: () => Promise<Found | null>) => Promise<Found>,
  { github }: LiveDeps,
): Promise<string> {
  const { defaultBranch } = await github.getRepository();
  const workflow = workflowNames.campaign;
  const before = (await github.listRuns({ workflow, limit: 1 }))[0]?.id ?? 0;
  const started = await github.dispatchWorkflow(workflow, defaultBranch, { "max-cycles": "3" });
  if (started.status !== "done") throw new Error(`${workflow} cannot be started: ${started.reason}`);
  const run = await until("the next night", async () => {
    const runs = await github.listRuns({ workflow, limit: 10 });
    return runs.find(({ id, status }) => id > before && status === "completed") ?? null;
  });
  if (run.conclusion !== "success") throw new Error(`${run.url} ended as ${run.conclusion}`);
  const again = (await listPulls(github)).filter((pull) => pull.title === title);
  if (again.length !== 1) throw new Error(`"${title}" is offered ${again.length} times`);
  return run.url;
}

/** Those of Nightshift: their branches are its own. */
async function listPulls(github: GitHub): Promise<readonly PullRequest[]> {
  const pulls = await github.listPullRequests({ state: "all", limit: 100 });
  return pulls.filter(({ headRef }) => headRef.startsWith("nightshift/fix/"));
}
