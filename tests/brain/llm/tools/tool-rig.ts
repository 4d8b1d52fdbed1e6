import { openWorkspace } from "../../../../src/brain/llm/tools/open-workspace.ts";
import { runTool } from "../../../../src/brain/llm/tools/registry.ts";
import type { ToolContext, ToolOutcome } from "../../../../src/brain/llm/tools/tool.ts";
import type { Workspace } from "../../../../src/brain/llm/tools/workspace.ts";
import type { GateSpec } from "../../../../src/domain/gate.ts";
import type { WorkItem } from "../../../../src/domain/work-item.ts";
import { runGate } from "../../../../src/gates/run-gate.ts";
import { createPathProtection } from "../../../../src/policy/protected/protected-paths.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";
import { type LocalSandboxOptions, openLocalSandbox } from "../../../helpers/local-sandbox.ts";
import { plainTask } from "../../../helpers/plain-task.ts";

/** What tools work on in a test; what is left out is as a campaign without configuration would have it. */
export type ToolRigInput = LocalSandboxOptions & {
  readonly gates?: readonly (Pick<GateSpec, "name" | "kind" | "command"> & Partial<GateSpec>)[];
  readonly item?: Partial<WorkItem>;
  readonly knownFailures?: readonly string[];
  /** Instead of the tracked files that are not protected. */
  readonly editable?: readonly string[];
  /** Instead of a local one; at its base. */
  readonly sandbox?: Sandbox;
  /** Beside `files`, such as links that the sandbox has. */
  readonly tracked?: readonly string[];
  readonly signal?: AbortSignal;
};

/** A sandbox with a workspace on it, and a model's calls as functions; gone when its scope ends. */
export type ToolRig = AsyncDisposable & {
  readonly sandbox: Sandbox;
  readonly workspace: Workspace;
  readonly context: ToolContext;
  call(name: string, values: Readonly<Record<string, unknown>>): Promise<ToolOutcome>;
  /** The text of a call that has to be done. */
  done(name: string, values: Readonly<Record<string, unknown>>): Promise<string>;
  /** The text of a call that has to be refused. */
  refused(name: string, values: Readonly<Record<string, unknown>>): Promise<string>;
};

export async function openToolRig(input: ToolRigInput): Promise<ToolRig> {
  const sandbox = input.sandbox ?? (await openLocalSandbox(input));
  const protectionOf = createPathProtection([]);
  const trackedFiles = [...Object.keys(input.files), ...(input.tracked ?? [])].toSorted();
  const task = {
    ...plainTask,
    sandbox,
    trackedFiles,
    protectionOf,
    editableFiles: input.editable ?? trackedFiles.filter((path) => protectionOf(path) === null),
    knownFailures: new Set(input.knownFailures ?? []),
    item: { ...plainItem, ...input.item },
    gate: plainGate,
    signal: input.signal ?? new AbortController().signal,
  };
  const workspace = openWorkspace(task);
  const context: ToolContext = {
    task,
    workspace,
    gates: (input.gates ?? []).map((gate) => ({ ...plainGate, ...gate })),
    runGate: (request) =>
      runGate(request, {
        clock: { elapsedMs: () => performance.now() },
        git: { listFiles: async () => [] },
      }),
  };
  const call: ToolRig["call"] = (name, values) =>
    runTool({ id: "1", name, arguments: JSON.stringify(values) }, context);
  const expectText = async (status: "done" | "refused", name: string, values: Record<string, unknown>) => {
    const outcome = await call(name, values);
    if (outcome.status !== status)
      throw new Error(`${name} is ${outcome.status}: ${JSON.stringify(outcome)}`);
    return outcome.text;
  };
  return {
    ...{ sandbox, workspace, context, call },
    done: (name, values) => expectText("done", name, values),
    refused: (name, values) => expectText("refused", name, values),
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

const plainGate: GateSpec = {
  name: "unit",
  kind: "tests",
  command: ["true"],
  before: [],
  cwd: ".",
  env: {},
  network: "none",
  timeoutMs: 60_000,
  isRequired: true,
  order: 1,
};

const plainItem: WorkItem = {
  id: "item",
  kind: "failing-test",
  gate: "unit",
  gateKind: "tests",
  title: "one test fails",
  files: [],
  targets: [],
  signature: "signature",
  evidence: [],
};
