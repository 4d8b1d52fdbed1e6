import type { Advisor, Question } from "../../src/brain/advisor.ts";

/** What was asked, without its schema. */
export type Asked = Pick<Question<unknown>, "purpose" | "system" | "prompt">;

/** What an advisor is told to say: a value for the schema, or why there is no answer. */
export type ScriptedAnswer = { readonly value: unknown } | { readonly defaulted: string };

/**
 * An advisor that answers by purpose, in order, the last answer again and again. A value that does not fit the question's
 * schema gives the fallback, as a real one does after asking again. A purpose without answers gives the fallback, too.
 */
export function createScriptedAdvisor(
  answers: Readonly<Record<string, readonly (ScriptedAnswer | ((asked: Asked) => ScriptedAnswer))[]>>,
): Advisor & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async ask({ purpose, system, prompt, schema, fallback }) {
      const list = answers[purpose] ?? [];
      const count = asked.filter((question) => question.purpose === purpose).length;
      asked.push({ purpose, system, prompt });
      const next = list[Math.min(count, list.length - 1)] ?? { defaulted: "no answer" };
      const answer = typeof next === "function" ? next({ purpose, system, prompt }) : next;
      const parsed = "value" in answer ? schema.safeParse(answer.value) : null;
      if (parsed?.success === true)
        return { status: "answered", value: parsed.data, reason: "", model: "scripted/one" };
      const reason = "defaulted" in answer ? answer.defaulted : "it does not fit the schema";
      return { status: "defaulted", value: fallback, reason, model: "" };
    },
  };
}
