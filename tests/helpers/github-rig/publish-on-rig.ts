import { openGitHubMemory } from "../../../src/open-github-memory.ts";
import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import { publish } from "../../../src/publish/publish.ts";
import { openGitHubOn } from "../github-on.ts";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "../memory-github/memory-world.ts";
import { type ToldCampaign, tellCampaign } from "../publish-rig.ts";
import type { Json } from "./api-call.ts";
import type { GitHubRig } from "./open-github-rig.ts";

const at = "/repos/octo/project";
const publishedAt = "2026-11-21T06:00:00.000Z";

/** Bundle and verdict of a campaign on the rig's default branch as it is now, whose files the caller knows. */
export async function tellRigCampaign(
  rig: GitHubRig,
  files: Readonly<Record<string, string>>,
  told: ToldCampaign,
): Promise<PublishSource> {
  const world: MemoryWorld = createMemoryWorld({ owner: "octo", name: "project", files: {} });
  pushFiles(world, { ref: "refs/heads/main", files: { "README.md": "# project\n", ...files } });
  const [tree] = [...world.objects.commits.values()].map((commit) => commit.tree).slice(-1);
  const sha = (await rig.readRef("refs/heads/main")) ?? "";
  const commit = await rig.ask("GET", `${at}/git/commits/${sha}`);
  if (Reflect.get(Object(commit.tree), "sha") !== tree) throw new Error(`${sha} has other files`);
  world.objects.commits.set(sha, { sha, tree: tree ?? "", parents: [], message: "base" });
  world.refs.set("refs/heads/main", sha);
  return tellCampaign(world, told);
}

/** Publishes through the real adapter, with the permissions of the publish job and waits that last no time. */
export async function publishOn(
  rig: GitHubRig,
  source: PublishSource,
  { patches = [], timeoutMs = 2_000 }: { readonly patches?: string[]; readonly timeoutMs?: number } = {},
) {
  const token = await rig.openToken({ contents: "write", pull_requests: "write", issues: "write" });
  const repository = { owner: "octo", name: "project" };
  const { github } = openGitHubOn(rig.proxy.url, {
    repository,
    auth: { token },
    limits: { timeoutMs },
  });
  return await publish(source, {
    github,
    clock: { now: () => publishedAt },
    openMemory: (prefix) => openGitHubMemory({ github, prefix }),
    writePatches: async (promotions) => {
      patches.push(...promotions.map(({ patch }) => patch));
      return promotions.map(({ facts }) => `cycle-${facts.cycle}.patch`);
    },
  });
}

/** What people see: trees and messages by ref, and the pull requests, without the hashes that hold a time. */
export async function describeRig(rig: GitHubRig) {
  const tellCommit = async (sha: string): Promise<unknown> => {
    const commit = await rig.ask("GET", `${at}/git/commits/${sha}`);
    const parents = commit.parents as readonly { readonly sha: string }[];
    return {
      ...{ tree: Reflect.get(Object(commit.tree), "sha"), message: commit.message },
      parents: await Promise.all(parents.map((parent) => tellCommit(parent.sha))),
    };
  };
  const refs: Record<string, unknown> = {};
  for (const kind of ["heads", "tags"]) {
    const found = (await rig.ask("GET", `${at}/git/matching-refs/${kind}`)) as unknown as readonly Json[];
    for (const { ref, object } of found)
      refs[String(ref)] = await tellCommit(String(Reflect.get(Object(object), "sha")));
  }
  const pulls = (await rig.ask("GET", `${at}/pulls?state=all&per_page=100`)) as unknown as readonly Json[];
  return {
    refs,
    pulls: pulls
      .map(({ title, head, base, draft, state, labels }) => ({
        ...{
          title,
          draft,
          state,
          head: Reflect.get(Object(head), "ref"),
          base: Reflect.get(Object(base), "ref"),
        },
        labels: (labels as readonly Json[]).map(({ name }) => name),
      }))
      .toSorted((one, other) => String(one.head).localeCompare(String(other.head))),
  };
}

/** Calls after which the default branch was elsewhere, but for a person's. Nothing else may ever be in it. */
export function findSacredWrites(rig: GitHubRig): readonly string[] {
  const isSacred = (path: string) => /\/(?:git\/refs\/heads(?:\/|%2F)main|merge)(?:\?|$)/.test(path);
  return rig.proxy.log
    .filter(({ caller, movedSacred, method, path, body }) => {
      const isNamed = Reflect.get(Object(body), "ref") === "refs/heads/main";
      const isTried = method !== "GET" && (isSacred(path) || isNamed);
      return caller?.kind !== "person" && (movedSacred || isTried);
    })
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
}
