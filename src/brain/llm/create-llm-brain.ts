import type { Config } from "../../config/schema.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { CampaignEvent } from "../../domain/events.ts";
import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { Brain, BrainEnd, BrainTask, Proposal, Verdict } from "../brain.ts";
import type { GateRunRequest } from "../gate-run-request.ts";
import { type ConversationEnd, openConversation } from "./conversation.ts";
import { type KeepBlob, keepTurn } from "./keep-turn.ts";
import type { OpenSession } from "./model-session.ts";
import { renderItemPrompt } from "./prompt/render-item-prompt.ts";
import { renderSystemPrompt } from "./prompt/render-system-prompt.ts";
import { renderVerdict } from "./prompt/render-verdict.ts";
import { openWorkspace } from "./tools/open-workspace.ts";
import { runTool, toolDefinitions } from "./tools/registry.ts";

/** What the brain takes from outside. */
export type LlmBrainDeps = {
  readonly openSession: OpenSession;
  readonly settings: Config["brain"]["llm"];
  /** All gates, for `run_gate`. */
  readonly gates: readonly GateSpec[];
  runGate(request: GateRunRequest): Promise<GateResult>;
  /** Resolves when the event is on the disk. */
  append(event: CampaignEvent): Promise<unknown>;
  readonly keepBlob: KeepBlob;
};

/** What calls of this brain are for, see `brain.llm.models[].for`. */
const purpose = "edit";

/**
 * A language model at work in the sandbox: it reads, edits and runs gates by tools, and proposes what it calls finished.
 * What became of that goes back into the same conversation, until something is promoted or a limit is met.
 */
export function createLlmBrain(deps: LlmBrainDeps): Brain {
  return { kind: "llm", version: null, propose: (task) => propose(task, deps) };
}

async function* propose(
  task: BrainTask,
  deps: LlmBrainDeps,
): AsyncGenerator<Proposal, BrainEnd, Verdict | undefined> {
  const { signal } = task;
  const workspace = openWorkspace(task);
  let tried = 0;
  try {
    await workspace.restore();
    const conversation = await startConversation({ task, workspace }, deps);
    for (;;) {
      const end = await conversation.run();
      if (end.status !== "finished") return describeEnd(end, tried);
      tried += 1;
      const edits = workspace.edits();
      const verdict = yield { edits, summary: end.summary, origin: end.model };
      if (verdict === undefined || verdict.status === "promote")
        return { status: "limit", reason: "nobody asked for more", tried, exhausted: null };
      conversation.tell(renderVerdict(verdict));
      await workspace.restore();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return { status: "aborted", reason: "stopped", tried, exhausted: null };
  } finally {
    await task.sandbox.reset();
  }
}

async function startConversation(
  { task, workspace }: { readonly task: BrainTask; readonly workspace: ReturnType<typeof openWorkspace> },
  deps: LlmBrainDeps,
) {
  const { settings, gates, runGate } = deps;
  const session = deps.openSession(task.cycle, task.item);
  const number = session.nextConversation();
  const context = { task, workspace, gates, runGate };
  return openConversation({
    system: renderSystemPrompt(),
    prompt: await renderItemPrompt({ task, gates, read: (path) => workspace.read(path) }),
    request: {
      tools: toolDefinitions,
      maxOutputTokens: settings.maxOutputTokens,
      temperature: task.temperature ?? settings.temperature,
      seed: task.seed,
      format: "text",
      timeoutMs: settings.timeoutSeconds * 1000,
      signal: task.signal,
    },
    maxSteps: settings.maxSteps,
    call: async (request) => {
      task.signal.throwIfAborted();
      return session.call({ purpose, request });
    },
    hasTools: () => session.hasTools(purpose),
    runTool: (call) => runTool(call, context),
    findUnfinished: () =>
      workspace.edits().length === 0 ? "Nothing is changed yet. Edit the files, or call give_up." : null,
    onTurn: (turn) => keepTurn({ cycle: task.cycle, conversation: number, purpose, turn }, deps),
  });
}

function describeEnd(end: Exclude<ConversationEnd, { status: "finished" }>, tried: number): BrainEnd {
  if (end.status === "failed" && end.kind === "authentication") {
    throw new NightshiftError({
      code: "MODEL_KEY_REFUSED",
      message: `The key of the model was refused: ${end.reason}.`,
      hint: "Give a key that is valid for this provider and model, by its environment variable.",
    });
  }
  return { status: end.status, reason: end.reason, tried, exhausted: null };
}
