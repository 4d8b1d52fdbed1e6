import { setTimeout as wait } from "node:timers/promises";
import { createBlobKeeper } from "./adapters/keep-blob.ts";
import type { Advisor } from "./brain/advisor.ts";
import type { Brain } from "./brain/brain.ts";
import { resolveLimits } from "./brain/llm/budget/resolve-limits.ts";
import { createAdvisor } from "./brain/llm/create-advisor.ts";
import { createLlmBrain } from "./brain/llm/create-llm-brain.ts";
import { createOutage } from "./brain/llm/create-outage.ts";
import { createSessionOpener } from "./brain/llm/model-session.ts";
import { createRouter } from "./brain/llm/router/create-router.ts";
import type { RouterDeps } from "./brain/llm/router/router.ts";
import { noBrain } from "./brain/no-brain.ts";
import { createSearchBrain } from "./brain/search/create-search-brain.ts";
import type { CampaignLog } from "./campaign/campaign-log.ts";
import type { Config } from "./config/schema.ts";
import { NightshiftError } from "./domain/errors.ts";
import type { GateSpec } from "./domain/gate.ts";
import type { WorkItem } from "./domain/work-item.ts";
import type { GateDeps } from "./gates/gate-context.ts";
import { runGate } from "./gates/run-gate.ts";
import type { OpenModel } from "./open-models.ts";

/** What brains are made of. */
export type BrainsInput = {
  readonly config: Config;
  readonly gates: readonly GateSpec[];
  /** In the user's order; none: no brain asks any. */
  readonly models: readonly OpenModel[];
  readonly log: CampaignLog;
  readonly seed: number;
  /** Where the words of models are kept, absolute. */
  readonly blobFolder: string;
  readonly gateDeps: GateDeps;
  redact(text: string): string;
  /** Instead of `redact`, for what leaves the machine: a token that somebody committed is secret there all the same. */
  redactSent?(text: string): string;
  readonly signal: AbortSignal;
  /** Waits between the tries of a call; default: real time. */
  readonly sleep?: RouterDeps["sleep"];
};

/** The brains of a campaign, the cheapest first, and whom methods may ask; null without a model. */
export type OpenBrains = {
  readonly brains: readonly Brain[];
  readonly advise: ((cycle: number, item: WorkItem) => Advisor) | null;
};

/** Makes what the configuration asks for; nothing is asked of a model before the first call. */
export function openBrains(input: BrainsInput): OpenBrains {
  const { config, models, gateDeps } = input;
  if (config.brain.kind === "none") return { brains: [noBrain], advise: null };
  const search = createSearchBrain({
    clock: gateDeps.clock,
    runGate: (request) => runGate(request, gateDeps),
  });
  if (models.length === 0) return { brains: [search], advise: null };
  const { llm, advise } = openLlm(input);
  return { brains: config.brain.kind === "llm" ? [llm] : [search, llm], advise };
}

function openLlm(input: BrainsInput) {
  const { config, gates, models, log, seed, gateDeps, redact, signal } = input;
  const { clock } = gateDeps;
  const append = log.append;
  const { sleep = pause, redactSent = redact } = input;
  const router = createRouter(models, { clock, sleep, random: Math.random, append });
  const limits = resolveLimits(config);
  const outage = createOutage({
    clock,
    onKeyRefused: (reason) => reportKey(reason, input),
    onOut: async (reason) => {
      const hint = "Look at the provider's status and at the base URL; what was promoted until then stays.";
      await append({ type: "warning", message: `The models do not answer: ${reason}.`, hint });
    },
  });
  const openSession = createSessionOpener({
    ...{ router, limits, clock, redact: redactSent, state: log.state, outage },
  });
  const keepBlob = createBlobKeeper({ folder: input.blobFolder, redact });
  const settings = config.brain.llm;
  const runGateHere: Parameters<typeof createLlmBrain>[0]["runGate"] = (request) =>
    runGate(request, gateDeps);
  return {
    llm: createLlmBrain({
      ...{ openSession, settings, gates, runGate: runGateHere, append, keepBlob, redact },
      ...{ findOutage: outage.find, findSilence: outage.findSilence },
    }),
    advise: (cycle: number, item: WorkItem): Advisor =>
      createAdvisor({
        session: openSession(cycle, item),
        ...{ cycle, settings, seed, signal, append, keepBlob, redact },
      }),
  };
}

/** Ends a campaign that is nothing without a model; one that has the search goes on with that. */
async function reportKey(reason: string, { config, log }: BrainsInput): Promise<void> {
  const message = `The key of the model was refused: ${reason}.`;
  const hint = "Give a key that is valid for this provider and model, by its environment variable.";
  if (config.brain.kind === "llm") throw new NightshiftError({ code: "MODEL_KEY_REFUSED", message, hint });
  await log.append({ type: "warning", message, hint: `${hint} The search goes on alone.` });
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  // An aborted wait ends early; who waits looks at the signal.
  await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
}
