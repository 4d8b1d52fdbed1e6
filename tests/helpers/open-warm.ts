import type { WarmOpening, WarmRunner } from "../../src/brain/search/warm/warm-session.ts";
import { type CheckStatus, checkId, type GateResult, type GateSpec } from "../../src/domain/gate.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import { openLocalSandbox } from "./local-sandbox.ts";
import { plainTask } from "./plain-task.ts";

/** A project, its gate, and which of the failing tests the item is about (default: all of the first failing file). */
export type WarmProject = {
  readonly files: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly gate: Pick<GateSpec, "kind" | "command"> & Partial<GateSpec>;
  readonly target?: string;
  readonly width?: number;
  /** The item is about all passing tests, as where faults are planted. */
  readonly isGreen?: boolean;
};

/** What opening a warm session gave, beside the gate's own measure of the base. */
export type OpenedWarm = AsyncDisposable & {
  readonly opening: WarmOpening;
  readonly base: GateResult;
  readonly sandbox: Sandbox;
  readonly gate: GateSpec;
};

/** Measures the base by its gate and opens a warm session for its first failing file, as the search would. */
export async function openWarm(project: WarmProject, runner: WarmRunner): Promise<OpenedWarm> {
  const { files, links } = project;
  const sandbox = await openLocalSandbox({ files, ...(links === undefined ? {} : { links }) });
  const gate: GateSpec = {
    ...{ name: "gate", before: [], cwd: ".", env: {}, network: "none", timeoutMs: 60_000 },
    ...{ isRequired: true, order: 1 },
    ...project.gate,
  };
  const trackedFiles = Object.keys(files);
  const clock = { elapsedMs: () => performance.now() };
  const base = await runGate({ spec: gate, sandbox }, { clock, git: { listFiles: async () => [] } });
  const failing = base.checks.filter(has("failed"));
  const file = failing.find(({ name }) => name === (project.target ?? name))?.file ?? "";
  const passing = base.checks.filter(has("passed"));
  const isTarget = ({ file: own, name }: { readonly file: string; readonly name: string }) =>
    own === file && (project.target === undefined || name === project.target);
  const targets = project.isGreen === true ? passing : failing.filter(isTarget);
  const task = {
    ...plainTask,
    ...{ gate, sandbox, trackedFiles },
    item: {
      id: "item",
      kind: "failing-test" as const,
      ...{ gate: gate.name, gateKind: gate.kind, title: "", signature: "", evidence: [] },
      ...{ files: [file], targets: targets.map(checkId) },
    },
    editableFiles: trackedFiles.filter((path) => !/test|spec/.test(path)),
    knownFailures: new Set(failing.map(checkId)),
    passingChecks: passing,
    signal: new AbortController().signal,
  };
  const opening = await runner.open({ task, width: project.width ?? 2 }, { parser: createSourceParser() });
  return {
    ...{ opening, base, sandbox, gate },
    async [Symbol.asyncDispose]() {
      if (opening.status === "open") await opening.session[Symbol.asyncDispose]();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

function has(status: CheckStatus) {
  return (check: { readonly status: CheckStatus }) => check.status === status;
}
