import type { ChatCompletionRequest } from "@copilotkit/aimock";
import { answerQuestion } from "./answer-question.ts";
import { call, promptOf, sayNext, stepsOf } from "./fix-by-tools.ts";
import { findFix } from "./night-market-fixes.ts";
import type { Said } from "./open-scripted-model.ts";

/**
 * A model that knows the example project's bugs: with tools it mends what the prompt names at the first try, or gives up
 * where that is none of them; a question of a method it answers as JSON.
 */
export function playDeveloper(request: ChatCompletionRequest): Said {
  const fix = findFix(promptOf(request));
  const hasTools = (request.tools ?? []).length > 0;
  if (!hasTools) return { content: JSON.stringify(answerQuestion(request, fix)) };
  return fix === null ? call("give_up", { reason: "it is not clear" }) : sayNext(request, [stepsOf(fix)]);
}
