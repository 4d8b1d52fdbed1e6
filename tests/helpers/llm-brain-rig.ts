import { createRedactor } from "../../src/adapters/redact.ts";
import { resolveLimits } from "../../src/brain/llm/budget/resolve-limits.ts";
import { createAdvisor } from "../../src/brain/llm/create-advisor.ts";
import { createLlmBrain } from "../../src/brain/llm/create-llm-brain.ts";
import { createOutage } from "../../src/brain/llm/create-outage.ts";
import { createSessionOpener } from "../../src/brain/llm/model-session.ts";
import { configSchema } from "../../src/config/schema.ts";
import type { GateSpec } from "../../src/domain/gate.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { initialState } from "../../src/report/fold.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { openLocalSandbox } from "./local-sandbox.ts";
import { plainTask } from "./plain-task.ts";
import { createRouterRig, routed } from "./router-rig.ts";
import { createScriptedLlm } from "./scripted-llm.ts";

/** What a rig starts with. */
export type LlmBrainRigOptions = {
  readonly files?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal;
  /** Of the whole campaign. */
  readonly tokens?: number;
};

/** The brain and an advisor over a scripted model, in a real sandbox, with all that they put into the journal. */
export async function openLlmBrainRig(
  script: Parameters<typeof createScriptedLlm>[0],
  options: LlmBrainRigOptions = {},
) {
  const { files = { "src/a.js": "export const a = 1;\n" }, signal = new AbortController().signal } = options;
  const sandbox: Sandbox = await openLocalSandbox({ files });
  const llm = createScriptedLlm(script);
  const rig = createRouterRig([routed(llm)]);
  const { clock } = rig.time;
  const config = configSchema.parse({ budget: { campaign: { tokens: options.tokens ?? null } } });
  const redact = createRedactor(options.secrets ?? []);
  const append = async (event: (typeof rig.events)[number]) => void (rig.events as unknown[]).push(event);
  const blobs: string[] = [];
  const keep = {
    append,
    redact,
    keepBlob: async (text: string) => {
      blobs.push(text);
      return { digest: "0", sizeBytes: text.length, isCut: false };
    },
  };
  const none = async () => {};
  const outage = createOutage({ clock, onKeyRefused: none, onOut: none });
  const openSession = createSessionOpener({
    ...{ router: rig.router, limits: resolveLimits(config), clock, redact, outage },
    state: () => initialState,
  });
  const settings = config.brain.llm;
  const brain = createLlmBrain({
    ...{ openSession, settings, gates: [gate], ...keep },
    ...{ findOutage: outage.find, findSilence: outage.findSilence },
    runGate: async () => {
      throw new Error("no gate runs in this test");
    },
  });
  const task = {
    ...{ ...plainTask, item, gate, sandbox, signal },
    trackedFiles: Object.keys(files),
    editableFiles: Object.keys(files),
    knownFailures: new Set<string>(),
    passingChecks: [],
  };
  const advisor = createAdvisor({
    ...{ session: openSession(1, item), cycle: 1, settings, seed: 1, signal, ...keep },
  });
  return {
    ...{ brain, task, advisor, sandbox, llm, events: rig.events, blobs, openSession },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

const gate: GateSpec = {
  ...{ name: "checks", kind: "tests", command: "true", before: [], cwd: ".", env: {}, network: "none" },
  ...{ timeoutMs: 1000, isRequired: true, order: 1 },
};

const item: WorkItem = {
  ...{ id: "1", kind: "failing-test", gate: "checks", gateKind: "tests", title: "a is 2", files: [] },
  ...{ targets: [], signature: "a is 2", evidence: [] },
};
