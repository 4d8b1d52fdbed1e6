import { expect, it } from "vitest";
import { type MethodKind, methodKinds } from "../../../src/domain/method-kind.ts";
import { checkMaster, checkSpend, checkTranscripts } from "./check-night.ts";
import { openNightMarket, testFiles } from "./night-market.ts";
import { fixes } from "./night-market-fixes.ts";
import { openScriptedModel } from "./open-scripted-model.ts";
import { playDeveloper } from "./play-developer.ts";
import { describeCycles, runNight } from "./run-night.ts";

/** What a method journals, besides the conversations, on its way to a promotion. */
const steps: Readonly<Record<"auto" | MethodKind, readonly string[]>> = {
  auto: [],
  direct: [],
  "plan-build-review": ["plan planned", "review approved"],
  "test-driven": [],
  adversarial: [],
  "actor-critic": [],
};
const pages = fixes.filter(({ file }) => file === "src/pages.js");

it.each(["auto", ...methodKinds] as const)("%s mends a bug with a model, down to master", async (method) => {
  using repository = openNightMarket({ gates: testFiles("pages") });
  await using model = await openScriptedModel(playDeveloper);
  const night = await runNight(repository, model, ["--brain", "llm", "--method", method]);
  expect(describeCycles(night)).toEqual(["promoted src/pages.js"]);
  expect(night.result).toMatchObject({ stopReason: "NO_WORK_FOUND", rejected: 0, errors: 0 });
  const stepped = night.events.flatMap((event) =>
    event.type === "method-stepped" ? `${event.step} ${event.status}` : [],
  );
  for (const step of steps[method]) expect(stepped).toContain(step);
  checkMaster(repository, night, pages);
  checkSpend(night, model);
  checkTranscripts(night, model);
});
