import { expect, it } from "vitest";
import { type MethodKind, methodKinds } from "../../../src/domain/method-kind.ts";
import { isFullCorpus } from "../../helpers/corpus.ts";
import { checkMaster, checkSpend, checkTranscripts } from "./check-night.ts";
import { openNightMarket, testFiles } from "./night-market.ts";
import { type Fix, fixes } from "./night-market-fixes.ts";
import { openScriptedModel } from "./open-scripted-model.ts";
import { playDeveloper } from "./play-developer.ts";
import { describeCycles, runNight } from "./run-night.ts";

/** What a method journals, besides the conversations, for each promotion. */
const steps: Readonly<Record<"auto" | MethodKind, readonly string[]>> = {
  auto: [],
  direct: [],
  "plan-build-review": ["plan planned", "review approved"],
  "test-driven": ["test written", "reason same-reason"],
  adversarial: ["gather gathered", "attack told-apart", "behaviour compared", "score won", "score outscored"],
  "actor-critic": ["act llm", "critique passed"],
};
const pages = fixes.filter(({ file }) => file === "src/pages.js");

/** A whole project by a method that tries much takes minutes. */
const TIMEOUT_MS = 900_000;

/** In full the whole example project, else one bug of it under one gate. */
const size = isFullCorpus ? { fixes, options: {} } : { fixes: pages, options: { gates: testFiles("pages") } };

function listExpected(method: "auto" | MethodKind): readonly Fix[] {
  return method === "test-driven" ? size.fixes.filter(({ test }) => test !== null) : size.fixes;
}

it.each(["auto", ...methodKinds] as const)(
  "%s mends the example project with a model, down to master",
  { timeout: TIMEOUT_MS },
  async (method) => {
    using repository = openNightMarket(size.options);
    await using model = await openScriptedModel(playDeveloper);
    const night = await runNight(repository, model, [
      "--brain",
      "llm",
      "--method",
      method,
      "--max-cycles",
      "20",
    ]);
    const expected = listExpected(method);
    const hasTests = method === "test-driven";
    const files = expected.map(({ file, test }) => (hasTests ? `${file} ${test?.path}` : file));
    const promoted = describeCycles(night).filter((line) => line.startsWith("promoted"));
    expect(promoted).toEqual(files.map((names) => `promoted ${names}`));
    expect(night.result).toMatchObject({ stopReason: "NO_WORK_FOUND", rejected: 0, errors: 0 });
    const stepped = night.events.flatMap((event) =>
      event.type === "method-stepped" ? `${event.step} ${event.status}` : [],
    );
    expect(stepped.some((step) => step.startsWith("choose "))).toBe(method === "auto");
    for (const step of steps[method]) expect(stepped).toContain(step);
    checkMaster(repository, night, { fixes: expected, hasTests, mayBeCareless: method === "actor-critic" });
    checkSpend(night, model);
    checkTranscripts(night, model);
  },
);
