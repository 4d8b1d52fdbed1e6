import { expect, it } from "vitest";
import { checkMaster, checkSpend, checkTranscripts } from "./check-night.ts";
import { promptOf } from "./fix-by-tools.ts";
import { openNightMarket, testFiles } from "./night-market.ts";
import { findFix, fixes } from "./night-market-fixes.ts";
import { openScriptedModel } from "./open-scripted-model.ts";
import { playDeveloper } from "./play-developer.ts";
import { describeCycles, runNight } from "./run-night.ts";

const both = fixes.filter(({ file }) => file === "src/csv.js" || file === "src/pages.js");

it("auto searches first, for free, and asks the model for what one edit does not mend", async () => {
  using repository = openNightMarket({
    gates: testFiles("csv", "pages"),
    settings: "brain: { maxCandidates: 4, seed: 1 }\nmethod: { kind: direct }\n",
  });
  await using model = await openScriptedModel(playDeveloper);
  const night = await runNight(repository, model, []);
  expect(describeCycles(night).toSorted()).toEqual(["promoted src/csv.js", "promoted src/pages.js"]);
  const origins = night.events.flatMap((event) =>
    event.type === "candidate-proposed"
      ? [event.files.map(({ path }) => path).join(), event.origin.startsWith("custom/")]
      : [],
  );
  expect(origins).toEqual(["src/csv.js", true, "src/pages.js", false]);
  // What is free is free: nobody was asked about the pages.
  expect(new Set(model.requests().map((request) => findFix(promptOf(request))?.file))).toEqual(
    new Set(["src/csv.js"]),
  );
  const [csv, pages] = night.result.cycles;
  expect(csv?.costUsd).toBeGreaterThan(0);
  expect(csv?.candidates).toBeGreaterThan(0);
  expect(pages).toMatchObject({ costUsd: 0, outcome: "promoted" });
  expect(pages).not.toHaveProperty("model");
  checkMaster(repository, night, { fixes: both });
  checkSpend(night, model);
  checkTranscripts(night, model);
});
