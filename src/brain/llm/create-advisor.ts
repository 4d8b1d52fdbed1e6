import type { Config } from "../../config/schema.ts";
import type { ModelMessage } from "../../domain/model.ts";
import type { Advice, Advisor, Question } from "../advisor.ts";
import { type KeepDeps, keepTurn } from "./keep-turn.ts";
import type { ModelSession } from "./model-session.ts";
import { askForJson } from "./replies/ask-for-json.ts";

/** What an advisor takes from outside. */
export type AdvisorDeps = KeepDeps & {
  readonly session: ModelSession;
  readonly cycle: number;
  readonly settings: Config["brain"]["llm"];
  readonly seed: number;
  readonly signal: AbortSignal;
};

/** An advisor within a cycle's session. Rejects with the signal's reason when the campaign is stopped. */
export function createAdvisor(deps: AdvisorDeps): Advisor {
  return { ask: (question) => ask(question, deps) };
}

async function ask<Value>(question: Question<Value>, deps: AdvisorDeps): Promise<Advice<Value>> {
  const { session, settings, signal } = deps;
  const { purpose, system, prompt, schema, fallback } = question;
  const number = session.nextConversation();
  let model = "";
  let turns = 0;
  let kept = 0;
  const keep = async (messages: readonly ModelMessage[], said: string): Promise<void> => {
    turns += 1;
    const reply = said === "" ? [] : [{ role: "assistant", content: said, toolCalls: [] } as const];
    const turn = { turn: turns, said, tools: [], messages: [...messages.slice(kept), ...reply] };
    // The reply goes in again, as it was kept.
    kept = messages.length + 1;
    await keepTurn({ cycle: deps.cycle, conversation: number, purpose, turn }, deps);
  };
  const answer = await askForJson({
    request: {
      messages: [
        { role: "system", content: system },
        { role: "user", content: prompt },
      ],
      tools: [],
      maxOutputTokens: settings.maxOutputTokens,
      temperature: question.temperature ?? settings.temperature,
      seed: deps.seed,
      format: "json",
      timeoutMs: settings.timeoutSeconds * 1000,
      signal,
    },
    schema,
    fallback,
    ask: async (request) => {
      signal.throwIfAborted();
      const outcome = await session.call({ purpose, request });
      signal.throwIfAborted();
      const isReply = outcome.status === "replied";
      if (isReply) model = `${outcome.provider}/${outcome.model}`;
      await keep(request.messages, isReply ? outcome.text : "");
      return outcome;
    },
  });
  const reason = answer.status === "answered" ? "" : answer.reason;
  return { status: answer.status, value: answer.value, reason, model };
}
