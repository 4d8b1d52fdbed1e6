import { createHash } from "node:crypto";
import { loadGitHubOpenApi } from "../github-openapi.ts";
import type { ApiCall, Correction, Json } from "./api-call.ts";

/** A run of a workflow, as the rig keeps it. */
export type RigRun = {
  readonly id: number;
  /** File name of the workflow. */
  readonly workflow: string;
  readonly event: string;
  readonly headSha: string;
  readonly inputs: Readonly<Record<string, string>>;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  isCancelAsked: boolean;
};

/** Workflows, their runs and artifacts, which the stand-in cannot make. */
export type RunStore = {
  readonly runs: RigRun[];
  /** Workflow files that can be started. */
  readonly workflows: Set<string>;
  readonly correct: Correction;
  add(run: Pick<RigRun, "workflow" | "event" | "headSha"> & Partial<Pick<RigRun, "inputs">>): RigRun;
  upload(run: number, name: string, zip: Buffer): void;
  findZip(run: number, name: string): Buffer | null;
  findStored(path: string): Buffer | null;
  /** As GitHub's API and its events tell a run. */
  describe(run: RigRun): Json;
};

type StoredArtifact = {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  readonly zip: Buffer;
};

/** Opens an empty store for a repository, named `owner/name`, with its default branch. */
export function openRunStore(repository: string, branch: string): RunStore {
  const api = loadGitHubOpenApi();
  const example = (route: string) => api.findExample(route)?.body as Json;
  const runExample = example("GET /repos/{owner}/{repo}/actions/runs/{run_id}");
  const [artifactExample] = Reflect.get(
    example("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"),
    "artifacts",
  ) as readonly Json[];
  const runs: RigRun[] = [];
  const artifacts: StoredArtifact[] = [];
  const workflows = new Set<string>();

  const describe = (run: RigRun): Json => ({
    ...runExample,
    ...{ id: run.id, path: `.github/workflows/${run.workflow}`, event: run.event, status: run.status },
    ...{ conclusion: run.conclusion, head_sha: run.headSha, head_branch: branch },
    head_repository: { ...(runExample.head_repository as Json), full_name: repository },
  });
  const tell = ({ id, run, name, zip }: StoredArtifact, url: string): Json => ({
    ...artifactExample,
    ...{ id, name, size_in_bytes: zip.length, expired: false, archive_download_url: `${url}/zip` },
    digest: `sha256:${createHash("sha256").update(zip).digest("hex")}`,
    workflow_run: { ...(artifactExample?.workflow_run as Json), id: run },
  });
  const add: RunStore["add"] = ({ workflow, event, headSha, inputs = {} }) => {
    const started = { status: "queued", conclusion: null, isCancelAsked: false } as const;
    const run: RigRun = { id: 1_001 + runs.length, workflow, event, headSha, inputs, ...started };
    runs.push(run);
    return run;
  };
  const page = (call: ApiCall, list: readonly Json[], name: string) => {
    const query = new URLSearchParams(call.path.split("?")[1] ?? "");
    const size = Number(query.get("per_page") ?? 30);
    const from = (Number(query.get("page") ?? 1) - 1) * size;
    return { status: 200, body: { total_count: list.length, [name]: list.slice(from, from + size) } };
  };

  const correct: Correction = async (call, ask) => {
    const { route, path, caller } = call;
    const found = /\/actions\/(?:workflows|runs|artifacts)\/([^/?]+)/.exec(path)?.[1] ?? "";
    const run = runs.find(({ id }) => id === Number(found));
    const missing = { status: 404, body: { message: "Not Found" } };
    switch (route) {
      case "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches": {
        if (!workflows.has(found)) return missing;
        const { inputs = {}, return_run_details: isTold } = call.body as {
          readonly inputs?: Readonly<Record<string, string>>;
          readonly return_run_details?: boolean;
        };
        const ref = await ask("GET", `/repos/${repository}/git/ref/heads/${branch}`, {
          token: caller?.token ?? "",
        });
        const headSha = String(Reflect.get(Object(Reflect.get(Object(ref.body), "object")), "sha"));
        const made = add({ workflow: found, event: "workflow_dispatch", headSha, inputs });
        if (isTold !== true) return { status: 204 };
        const { url, html_url } = describe(made);
        return { status: 200, body: { workflow_run_id: made.id, run_url: url, html_url } };
      }
      case "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs":
        if (!workflows.has(found)) return missing;
        return page(
          call,
          runs
            .filter(({ workflow }) => workflow === found)
            .toReversed()
            .map(describe),
          "workflow_runs",
        );
      case "GET /repos/{owner}/{repo}/actions/runs/{run_id}":
        return run === undefined ? missing : { status: 200, body: describe(run) };
      case "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel":
        if (run === undefined) return missing;
        if (run.status === "completed")
          return { status: 409, body: { message: "Cannot cancel a workflow run that is completed." } };
        run.isCancelAsked = true;
        return { status: 202, body: {} };
      case "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts": {
        const own = artifacts.filter((each) => each.run === Number(found));
        return page(
          call,
          own.map((each) => tell(each, path.split("?")[0] ?? "")),
          "artifacts",
        );
      }
      case "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}":
        return artifacts.some(({ id }) => id === Number(found))
          ? { status: 302, headers: { location: `/_storage/${found}?signature=s` } }
          : missing;
      default:
        return null;
    }
  };
  return {
    ...{ runs, workflows, correct, add, describe },
    upload: (run, name, zip) => void artifacts.push({ id: 5_001 + artifacts.length, run, name, zip }),
    findZip: (run, name) => artifacts.find((each) => each.run === run && each.name === name)?.zip ?? null,
    findStored: (path) => artifacts.find(({ id }) => path.startsWith(`/_storage/${id}?`))?.zip ?? null,
  };
}
