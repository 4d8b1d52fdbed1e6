import { describe, expect, it } from "vitest";
import { filterStack } from "../../../../src/brain/llm/prompt/filter-stack.ts";

const isTracked = (path: string) => ["src/a.js", "test/a.test.js", "shop/cart.py"].includes(path);

describe("filterStack", () => {
  it("keeps frames in the repository alone, without the message", () => {
    const stack = [
      "AssertionError [ERR_ASSERTION]: 1 !== 2",
      "    at f (src/a.js:3:1)",
      "    at g (node_modules/src/a.js/index.js:1:1)",
      "    at Test.run (node:internal/test_runner/test:1054:25)",
      "    at test/a.test.js:9:1",
    ].join("\n");
    expect(filterStack(stack, { message: "1 !== 2", isTracked })).toBe(
      "    at f (src/a.js:3:1)\n    at test/a.test.js:9:1",
    );
  });

  it("leaves out foreign frames of Python with their source", () => {
    const stack = [
      "Traceback (most recent call last):",
      '  File "/usr/lib/python3/site-packages/run.py", line 3, in run',
      "    run(test)",
      '  File "shop/cart.py", line 4, in total',
      "    raise KeyError(name)",
      "KeyError: 'tea'",
    ].join("\n");
    expect(filterStack(stack, { message: "KeyError: 'tea'", isTracked })).toBe(
      'Traceback (most recent call last):\n  File "shop/cart.py", line 4, in total\n    raise KeyError(name)',
    );
  });

  it("keeps twelve lines at most, and shows the cut", () => {
    const lines = filterStack("    at src/a.js:1:1\n".repeat(500), { message: "", isTracked }).split("\n");
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("…");
  });

  it("says nothing where nothing is known", () => {
    expect(filterStack("", { message: "", isTracked })).toBe("");
    expect(filterStack("    at node:internal/x:1:1", { message: "m", isTracked })).toBe("");
  });
});
