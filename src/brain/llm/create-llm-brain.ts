import type { Config } from "../../config/schema.ts";
import { digest } from "../../domain/digest.ts";
import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../brain.ts";
import type { GateRunRequest } from "../gate-run-request.ts";
import { type Conversation, type ConversationEnd, openConversation } from "./conversation.ts";
import { type KeepDeps, keepTurn } from "./keep-turn.ts";
import type { OpenSession } from "./model-session.ts";
import { renderDecision } from "./prompt/render-decision.ts";
import { renderItemPrompt } from "./prompt/render-item-prompt.ts";
import { renderSystemPrompt } from "./prompt/render-system-prompt.ts";
import { openWorkspace } from "./tools/open-workspace.ts";
import { runTool, toolDefinitions } from "./tools/registry.ts";
import type { Workspace } from "./tools/workspace.ts";

/** What the brain takes from outside. */
export type LlmBrainDeps = KeepDeps & {
  readonly openSession: OpenSession;
  readonly settings: Config["brain"]["llm"];
  /** All gates, for `run_gate`. */
  readonly gates: readonly GateSpec[];
  runGate(request: GateRunRequest): Promise<GateResult>;
  /** See `Brain`. */
  findOutage(): string | null;
  findSilence(): string | null;
};

/** Candidates in a row that policy or memory refused: none of them costs an attempt, and all of them tokens. */
const MAX_REFUSED = 8;

/** What calls of this brain are for, see `brain.llm.models[].for`. */
const purpose = "edit";

/**
 * A language model at work in the sandbox: it reads, edits and runs gates by tools, and proposes what it calls finished.
 * What became of that goes back into the same conversation, until something is promoted or a limit is met.
 */
export function createLlmBrain(deps: LlmBrainDeps): Brain {
  return {
    kind: "llm",
    version: null,
    propose: (task) => propose(task, deps),
    findOutage: deps.findOutage,
    findSilence: deps.findSilence,
  };
}

async function* propose(
  task: BrainTask,
  deps: LlmBrainDeps,
): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
  const { signal } = task;
  const workspace = openWorkspace(task);
  const proposed = new Set<string>();
  let refused = 0;
  const stopped = (): BrainEnd => {
    return { status: "aborted", reason: "stopped", tried: proposed.size, exhausted: null };
  };
  try {
    signal.throwIfAborted();
    await workspace.restore();
    const conversation = await startConversation({ task, workspace, proposed }, deps);
    for (;;) {
      const end = await conversation.run();
      signal.throwIfAborted();
      if (end.status !== "finished") return describeEnd(end, proposed.size);
      const edits = workspace.edits();
      proposed.add(digestEdits(workspace));
      const decision = yield { edits, summary: end.summary, origin: end.model };
      if (decision === undefined || decision.status === "promote")
        return { status: "limit", reason: "nobody asked for more", tried: proposed.size, exhausted: null };
      refused = decision.status === "refused" ? refused + 1 : 0;
      if (refused >= MAX_REFUSED) {
        const reason = `${refused} candidates in a row were refused before a gate ran: ${decision.reason}`;
        return { status: "limit", reason, tried: proposed.size, exhausted: null };
      }
      conversation.tell(renderDecision(decision));
      await workspace.restore();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return stopped();
  } finally {
    await task.sandbox.reset();
  }
}

async function startConversation(
  input: {
    readonly task: BrainTask;
    readonly workspace: Workspace;
    /** Digests of the candidates so far. */
    readonly proposed: ReadonlySet<string>;
  },
  deps: LlmBrainDeps,
): Promise<Conversation> {
  const { task, workspace, proposed } = input;
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
      return await session.call({ purpose, request });
    },
    hasTools: () => session.hasTools(purpose),
    runTool: async (call) => {
      task.signal.throwIfAborted();
      return await runTool(call, context);
    },
    findUnfinished: () => {
      if (workspace.edits().length === 0) return "Nothing is changed yet. Edit the files, or call give_up.";
      return proposed.has(digestEdits(workspace))
        ? "These are the same edits that were refused before. Change them, or call give_up."
        : null;
    },
    onTurn: (turn) => keepTurn({ cycle: task.cycle, conversation: number, purpose, turn }, deps),
  });
}

function digestEdits(workspace: Pick<Workspace, "edits">): string {
  return digest(JSON.stringify(workspace.edits()));
}

function describeEnd(end: Exclude<ConversationEnd, { status: "finished" }>, tried: number): BrainEnd {
  return { status: end.status, reason: end.reason, tried, exhausted: null };
}
