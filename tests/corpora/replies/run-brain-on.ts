import type { BrainEnd, BrainTask, Proposal } from "../../../src/brain/brain.ts";
import { createLlmBrain } from "../../../src/brain/llm/create-llm-brain.ts";
import type { ModelSession } from "../../../src/brain/llm/model-session.ts";
import { configSchema } from "../../../src/config/schema.ts";
import type { GateSpec } from "../../../src/domain/gate.ts";
import type { ModelReply, ModelToolCall } from "../../../src/domain/model.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { nodeTestGate } from "../../helpers/node-test-gate.ts";
import { plainTask } from "../../helpers/plain-task.ts";
import { replied } from "../../helpers/scripted-llm.ts";

/** What a model says: text, or one call of a tool. */
export type Saying = {
  readonly text: string;
  readonly finish: "stop" | "length" | "refusal";
  readonly toolCalls?: readonly ModelToolCall[];
};

/** The file that the first reply edits, so that there is something to propose. */
const edited = { path: "src/a.js", old: "1", new: "2" } as const;

const gate: GateSpec = {
  ...{ name: "tests", before: [], cwd: ".", env: {}, network: "none", timeoutMs: 60_000 },
  ...{ isRequired: true, order: 1, ...nodeTestGate },
};

/** Has the real brain hear an edit that is sound, and then one saying again and again. */
export async function runBrainOn(
  saying: Saying,
  { sandbox, hasTools }: { readonly sandbox: Sandbox; readonly hasTools: boolean },
): Promise<{ readonly proposal: Proposal | null; readonly end: BrainEnd | null; readonly calls: number }> {
  const call = { name: "edit_file", arguments: JSON.stringify(edited) };
  const first: Partial<Replied> = hasTools
    ? { text: "", toolCalls: [{ id: "first", ...call }], finish: "tools" }
    : { text: `\`\`\`tool\n{"name": "edit_file", "arguments": ${call.arguments}}\n\`\`\`` };
  let calls = 0;
  const session: ModelSession = {
    call: async () => {
      calls += 1;
      const said = calls === 1 ? first : { toolCalls: [], ...saying };
      return { ...(replied(said) as Replied), provider: "scripted", model: "one", costUsd: 0 };
    },
    hasTools: () => hasTools,
    nextConversation: () => 1,
  };
  const brain = createLlmBrain({
    openSession: () => session,
    settings: configSchema.parse({}).brain.llm,
    gates: [gate],
    runGate: async () => Promise.reject(new Error("no gate is called")),
    append: async () => {},
    keepBlob: async () => ({ digest: "", sizeBytes: 0, isCut: false }),
    findOutage: () => null,
    findSilence: () => null,
    redact: (text) => text,
  });
  const step = await brain.propose(describeTask(sandbox)).next();
  return step.done === true
    ? { proposal: null, end: step.value, calls }
    : { proposal: step.value, end: null, calls };
}

type Replied = Extract<ModelReply, { status: "replied" }>;

function describeTask(sandbox: Sandbox): BrainTask {
  return {
    ...plainTask,
    item: {
      id: "item",
      kind: "failing-test",
      gate: "tests",
      title: "test/a.test.js: counts",
      gateKind: "tests",
      files: ["test/a.test.js"],
      targets: ["counts"],
      signature: "1 !== 2",
      evidence: [],
    },
    gate,
    sandbox,
    editableFiles: [edited.path],
    trackedFiles: [edited.path, "test/a.test.js"],
    knownFailures: new Set(),
    passingChecks: [],
    signal: new AbortController().signal,
  };
}
