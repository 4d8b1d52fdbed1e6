import type { ChatCompletionRequest } from "@copilotkit/aimock";
import { answerQuestion } from "./answer-question.ts";
import { call, promptOf, sayNext, stepsOf } from "./fix-by-tools.ts";
import { findFix } from "./night-market-fixes.ts";
import type { Said } from "./open-scripted-model.ts";

/** Above it the model is careless, where a bug has a fix that only looks right. */
const CARELESS_TEMPERATURE = 0.5;

/**
 * A model that knows the example project's bugs: with tools it mends what the prompt names at the first try, or gives up
 * where that is none of them; a question of a method it answers as JSON.
 */
export function playDeveloper(request: ChatCompletionRequest): Said {
  const fix = findFix(promptOf(request));
  const hasTools = (request.tools ?? []).length > 0;
  if (!hasTools) return { content: JSON.stringify(answerQuestion(request, fix)) };
  if (fix === null) return call("give_up", { reason: "it is not clear" });
  const isCareless = (request.temperature ?? 0) > CARELESS_TEMPERATURE;
  const { new: better } = (isCareless && fix.careless) || fix;
  return sayNext(request, [stepsOf({ ...fix, new: better })]);
}
