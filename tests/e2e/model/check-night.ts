import { expect } from "vitest";
import type { EventOf } from "../../../src/domain/events.ts";
import type { GitRepository } from "../../helpers/git-repository.ts";
import type { Fix } from "./night-market-fixes.ts";
import type { ScriptedModel } from "./open-scripted-model.ts";
import type { Night } from "./run-night.ts";

/**
 * The fixes, and where they were shown first their tests, are on master, a commit each, and nothing else is. A method that
 * draws temperatures may have met a careless model: what no test tells apart from the fix is then as good.
 */
export function checkMaster(
  repository: GitRepository,
  night: Night,
  options: { readonly fixes: readonly Fix[]; readonly hasTests?: boolean; readonly mayBeCareless?: boolean },
): void {
  const { fixes, hasTests = false, mayBeCareless = false } = options;
  const changed = repository.run("diff", "--name-only", "main", "nightshift/master").split("\n");
  const tests = hasTests ? fixes.flatMap(({ test }) => test?.path ?? []) : [];
  expect(changed.toSorted()).toEqual([...fixes.map(({ file }) => file), ...tests].toSorted());
  for (const { file, new: better, careless } of fixes) {
    const text = repository.run("show", `nightshift/master:${file}`);
    const isCareless = mayBeCareless && careless !== undefined && text.includes(careless.new);
    expect(text, file).toContain(isCareless ? careless.new : better);
  }
  const promoted = night.result.cycles.filter(({ outcome }) => outcome === "promoted");
  for (const { commit, snapshot } of promoted) {
    expect(repository.run("merge-base", "--is-ancestor", commit ?? "", "nightshift/master")).toBe("");
    expect(repository.run("rev-parse", "--verify", snapshot ?? "")).not.toBe("");
  }
}

/** What was used is told: as the endpoint counted it, in the result, the report and every cycle. */
export function checkSpend({ result, report, events }: Night, model: ScriptedModel): void {
  const called = events.filter((event): event is EventOf<"model-called"> => event.type === "model-called");
  expect(called.map(({ status, reason }) => [status, reason])).not.toContainEqual([
    "failed",
    expect.anything(),
  ]);
  const sum = (read: (event: EventOf<"model-called">) => number) =>
    called.reduce((total, event) => total + read(event), 0);
  const spend = {
    calls: called.length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    cachedTokens: 0,
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
  expect(result.model).toEqual(spend);
  expect({ calls: spend.calls, inputTokens: spend.inputTokens, outputTokens: spend.outputTokens }).toEqual({
    calls: model.requests().length,
    ...model.tokens(),
  });
  const costUsd = (spend.inputTokens * 1 + spend.outputTokens * 4) / 1e6;
  expect(result.costUsd).toBeCloseTo(costUsd, 9);
  expect(report).toContain(`${spend.inputTokens.toLocaleString("en-US")} tokens in`);
  expect(report).toContain(`${costUsd.toFixed(costUsd < 0.1 ? 4 : 2)} US dollars`);
}

/** Every word of every conversation is on the disk, and the last request of each began with all that was there. */
export function checkTranscripts({ events, readBlob }: Night, model: ScriptedModel): void {
  const turns = events.filter(
    (event): event is EventOf<"model-conversed"> => event.type === "model-conversed",
  );
  expect(turns.length).toBeGreaterThan(0);
  const kept = turns.map(({ blob }) => JSON.parse(readBlob(blob ?? "")) as readonly { content: string }[]);
  const words = new Set(kept.flat().map(({ content }) => content));
  for (const { messages } of model.requests())
    for (const { role, content } of messages)
      if (typeof content === "string") expect(words, `${role}: ${content.slice(0, 80)}`).toContain(content);
}
