import type { GitHub } from "../../../src/github-port.ts";
import { failCall } from "./fail-call.ts";
import type { MemoryWorld } from "./memory-world.ts";

type ActionsPart = Pick<
  GitHub,
  | "getPermission"
  | "dispatchWorkflow"
  | "listRuns"
  | "getRun"
  | "cancelRun"
  | "listArtifacts"
  | "downloadArtifact"
  | "getQuota"
>;

/** Permissions, workflow runs, artifacts and the quota of GitHub in memory. */
export function createMemoryActions(world: MemoryWorld): ActionsPart {
  const { runs, artifacts, dispatches, permissions } = world;
  return {
    getPermission: async (user) => permissions.get(user) ?? "none",
    dispatchWorkflow: async (file, ref, inputs) => {
      if (!world.mayDispatch) return { status: "forbidden", reason: `Workflow ${file} is disabled` };
      dispatches.push({ file, ref, inputs });
      if (!world.tellsRun) return { status: "done", run: null };
      const { owner, name, defaultBranch } = world.info;
      const id = Math.max(100, ...runs.map((run) => run.id)) + 1;
      runs.push({
        ...{ id, workflow: file, event: "workflow_dispatch", status: "queued", conclusion: null },
        headSha: world.refs.get(`refs/heads/${defaultBranch}`) ?? "",
        headBranch: ref,
        headRepository: `${owner}/${name}`,
        url: `https://github.example/${owner}/${name}/actions/runs/${id}`,
      });
      return { status: "done", run: id };
    },
    listRuns: async ({ workflow, limit }) =>
      runs
        .filter((run) => run.workflow === workflow)
        .toSorted((a, b) => b.id - a.id)
        .slice(0, limit)
        .map((run) => ({ ...run })),
    getRun: async (id) => {
      const run = runs.find((each) => each.id === id);
      return run === undefined ? null : { ...run };
    },
    cancelRun: async (id) => {
      const run = runs.find((each) => each.id === id);
      if (run === undefined) throw failCall("GITHUB_NOT_FOUND", `run ${id}`);
      if (run.status === "completed") return { status: "moved", reason: "Cannot cancel a completed run" };
      Object.assign(run, { status: "completed", conclusion: "cancelled" });
      return { status: "done" };
    },
    listArtifacts: async (runId) =>
      artifacts.filter((artifact) => artifact.runId === runId).map(({ zip: _, ...artifact }) => artifact),
    downloadArtifact: async (id, maxBytes) => {
      const artifact = artifacts.find((each) => each.id === id);
      if (artifact === undefined || artifact.isExpired) throw failCall("GITHUB_NOT_FOUND", `artifact ${id}`);
      if (artifact.zip.length > maxBytes)
        throw failCall("GITHUB_INVALID", `artifact ${id} has ${artifact.zip.length} bytes`);
      return artifact.zip;
    },
    getQuota: async () => ({ ...world.quota, resetAt: new Date(Date.now() + 600_000).toISOString() }),
  };
}
