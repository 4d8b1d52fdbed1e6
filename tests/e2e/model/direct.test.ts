import { expect, it } from "vitest";
import { checkMaster, checkSpend, checkTranscripts } from "./check-night.ts";

import { openNightMarket } from "./night-market.ts";
import { fixes } from "./night-market-fixes.ts";
import { openScriptedModel } from "./open-scripted-model.ts";
import { playDeveloper } from "./play-developer.ts";
import { describeCycles, runNight } from "./run-night.ts";

it("a model that knows the fixes mends the whole example project in one night", async () => {
  using repository = openNightMarket();
  await using model = await openScriptedModel(playDeveloper);
  const night = await runNight(repository, model, ["--brain", "llm", "--method", "direct"]);
  expect(describeCycles(night)).toEqual(fixes.map(({ file }) => `promoted ${file}`));
  expect(night.result).toMatchObject({ stopReason: "NO_WORK_FOUND", rejected: 0, errors: 0 });
  checkMaster(repository, night, fixes);
  checkSpend(night, model);
  checkTranscripts(night, model);
});
