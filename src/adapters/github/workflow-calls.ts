import { z } from "zod";
import type { GitHub, WorkflowRun } from "../../github-port.ts";
import { anySchema, artifactSchema, workflowRunSchema } from "./answer-schemas.ts";
import type { GitHubClient } from "./github-client.ts";

/** A run with more artifacts is none of ours. */
const maxArtifacts = 1_000;

/** The run's id, where the server tells it: an older one answers with nothing at all. */
const dispatchSchema = z
  .object({ workflow_run_id: z.int().positive() })
  .transform(({ workflow_run_id: id }): number | null => id)
  .catch(null);

/** What GitHub says of a workflow that cannot be started, though the request is right. */
const notStartable =
  /disabled workflow|does not have '?workflow_dispatch|workflow_dispatch'? trigger|is disabled/i;

/** Workflows, their runs and artifacts. */
export function createWorkflowCalls(
  client: GitHubClient,
): Pick<
  GitHub,
  "dispatchWorkflow" | "listRuns" | "getRun" | "cancelRun" | "listArtifacts" | "downloadArtifact"
> {
  return {
    async dispatchWorkflow(file, ref, inputs) {
      const start = (wish: { readonly return_run_details?: true }) =>
        client.send("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
          parameters: { workflow_id: file, ref, inputs, ...wish },
          schema: dispatchSchema,
        });
      const asked = await start({ return_run_details: true });
      // A server of one's own may be older than February 2026, and refuses what it does not know.
      const isUnknown = asked.status === "refused" && /return_run_details/.test(asked.message);
      const answer = isUnknown ? await start({}) : asked;
      if (answer.status === "ok") return { status: "done", run: answer.data };
      if (notStartable.test(answer.message)) return { status: "forbidden", reason: answer.message };
      throw answer.error;
    },
    async listRuns({ workflow, limit }) {
      const found: WorkflowRun[] = [];
      const per_page = Math.min(100, Math.max(1, limit));
      for (let page = 1; found.length < limit; page += 1) {
        const answer = await client.send("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
          parameters: { workflow_id: workflow, per_page, page },
          schema: z.object({ workflow_runs: z.array(workflowRunSchema) }),
        });
        if (answer.status === "refused") {
          // No such workflow has no runs.
          if (answer.httpStatus === 404) return [];
          throw answer.error;
        }
        found.push(...answer.data.workflow_runs);
        if (!answer.hasNext || answer.data.workflow_runs.length === 0) break;
      }
      return found.slice(0, limit);
    },
    getRun: (id) =>
      client.find("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
        parameters: { run_id: id },
        schema: workflowRunSchema,
      }),
    async cancelRun(id) {
      const answer = await client.send("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", {
        parameters: { run_id: id },
        schema: anySchema,
      });
      if (answer.status === "ok") return { status: "done" };
      if (answer.httpStatus === 409) return { status: "moved", reason: answer.message };
      throw answer.error;
    },
    async listArtifacts(runId) {
      const found = await client.list(
        "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
        {
          parameters: { run_id: runId },
          schema: z.object({ artifacts: z.array(artifactSchema) }).transform(({ artifacts }) => artifacts),
        },
        { cap: maxArtifacts },
      );
      // One that says that it is another run's is not this run's.
      return found
        .filter((artifact) => artifact.runId === null || artifact.runId === runId)
        .map((artifact) => ({ ...artifact, runId }));
    },
    downloadArtifact: (id, maxBytes) =>
      client.download(
        "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
        { artifact_id: id, archive_format: "zip" },
        maxBytes,
      ),
  };
}
