import { describe, expect, it } from "vitest";
import { orderForProof } from "../../src/campaign/order-for-proof.ts";
import type { GateResult } from "../../src/domain/gate.ts";

const result: GateResult = {
  gate: "tests",
  kind: "tests",
  status: "failed",
  reason: "",
  checks: [
    { file: "test/cart.test.js", suite: "", name: "adds", status: "passed" },
    { file: "test/test_slug.py", suite: "", name: "slugs", status: "passed" },
    {
      file: "x.js",
      suite: "",
      name: "y",
      status: "failed",
      message: "boom",
      stack: "at src/deep/money.js:3:1",
    },
  ],
  findings: [],
  measurements: [],
  exitCode: 1,
  durationMs: 1,
  outputTail: "",
  network: "none",
};

describe("orderForProof", () => {
  it("puts sources first that failures name, then those that tests are named after, then the rest, examples and the like last", () => {
    const sources = ["docs/tool.js", "src/slug.py", "src/other.js", "src/cart.js", "src/deep/money.js"];
    expect(orderForProof(sources, result, { cwd: "." } as never)).toEqual([
      "src/deep/money.js",
      "src/slug.py",
      "src/cart.js",
      "src/other.js",
      "docs/tool.js",
    ]);
  });

  it("prefers sources of the gate's own folder", () => {
    const bare = { ...result, checks: [] };
    const sources = ["packages/b/index.js", "packages/a/index.js"];
    expect(orderForProof(sources, bare, { cwd: "packages/a" } as never)).toEqual([
      "packages/a/index.js",
      "packages/b/index.js",
    ]);
  });
});
