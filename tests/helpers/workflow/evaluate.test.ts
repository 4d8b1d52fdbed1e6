import { describe, expect, it } from "vitest";
import { fillTemplate, isDue } from "./evaluate.ts";

const scope = (hasFailed: boolean) => ({
  contexts: {
    needs: { verify: { result: hasFailed ? "failure" : "success", outputs: { id: "b1" } } },
    inputs: {},
  },
  hasFailed,
});

/** As workflows write it. */
const wrap = (expression: string) => ["$", `{{ ${expression} }}`].join("");

describe("conditions of workflows", () => {
  it.each([
    [undefined, true, false],
    [wrap("always()"), true, true],
    [wrap("needs.verify.outputs.id == 'b1'"), true, false],
    [wrap("!cancelled() && needs.verify.result == 'success'"), true, false],
    [wrap("!cancelled() && needs.verify.outputs.id != ''"), true, true],
    ["failure()", false, true],
    [wrap("inputs.version != ''"), false, false],
  ])("%s: after success %s, after failure %s", (condition, afterSuccess, afterFailure) => {
    expect(isDue(condition, scope(false))).toBe(afterSuccess);
    expect(isDue(condition, scope(true))).toBe(afterFailure);
  });

  it("fill what is known, and nothing for what is not", () => {
    expect(fillTemplate(`a ${wrap("needs.verify.outputs.id")}/${wrap("inputs.none")}.`, scope(false))).toBe(
      "a b1/.",
    );
  });
});
