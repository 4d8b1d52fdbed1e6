import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { BrainTask } from "../../src/brain/brain.ts";
import type { ItemPromptInput } from "../../src/brain/llm/prompt/render-item-prompt.ts";
import type { GateSpec } from "../../src/domain/gate.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { failureSignature } from "../../src/gates/failure-signature.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { isTestFile } from "../../src/policy/protected/is-test-file.ts";
import { findFailingGates } from "../../src/work/find-failing-gates.ts";
import { openLocalSandbox } from "./local-sandbox.ts";
import { plainTask } from "./plain-task.ts";

type Files = Readonly<Record<string, string>>;

const noGate: GateSpec = {
  name: "test",
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

/** The example project, path → content. */
export function readExample(): Files {
  const root = resolve(import.meta.dirname, "../../examples/night-market");
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Runs a gate on files and gives the prompt's input for the item of one failing file, as a campaign would make it. */
export async function measurePromptInput(
  files: Files,
  gate: Pick<GateSpec, "kind" | "command"> & Partial<GateSpec>,
  itemFile: string,
): Promise<ItemPromptInput> {
  const spec = { ...noGate, ...gate };
  await using sandbox = await openLocalSandbox({ files });
  const trackedFiles = Object.keys(files);
  const deps = { clock: { elapsedMs: () => performance.now() }, git: { listFiles: async () => [] } };
  const result = await runGate({ spec, sandbox, trackedFiles }, deps);
  const { items } = findFailingGates(
    {
      results: [result],
      setAside: new Map(),
      trackedFiles,
      asked: { issue: null, goal: "", hasModel: true },
    },
    { failureSignature },
  );
  const item = items.find((one) => one.files.includes(itemFile));
  if (item === undefined) throw new Error(`no item for ${itemFile}: ${result.reason}\n${result.outputTail}`);
  return buildPromptInput({ files, item, gate: spec, mountPath: sandbox.mountPath });
}

/** The prompt's input for an item that is given, over files in memory. */
export function buildPromptInput({
  files,
  item,
  gate = noGate,
  mountPath = "/repository",
  task = {},
}: {
  readonly files: Files;
  readonly item: Partial<WorkItem>;
  readonly gate?: GateSpec;
  readonly mountPath?: string;
  readonly task?: Partial<BrainTask>;
}): ItemPromptInput {
  const trackedFiles = Object.keys(files);
  const sandbox = { mountPath } as BrainTask["sandbox"];
  const full: BrainTask = {
    ...plainTask,
    item: {
      ...{ id: "item", kind: "failing-test", gate: gate.name, gateKind: gate.kind, title: "", files: [] },
      ...{ targets: (item.evidence ?? []).map(({ id }) => id), signature: "", evidence: [] },
      ...item,
    },
    gate,
    sandbox,
    trackedFiles,
    editableFiles: trackedFiles.filter(
      (path) => /\.(?:[cm]?[jt]s|py|go|rs)$/.test(path) && !isTestFile(path),
    ),
    knownFailures: new Set(),
    passingChecks: [],
    signal: new AbortController().signal,
    ...task,
  };
  return {
    task: full,
    gates: [gate],
    read: async (path) => {
      const text = files[path];
      return text === undefined ? { status: "refused", reason: "no such file" } : { status: "read", text };
    },
  };
}
