import { expect, it } from "vitest";
import { renderEvidence } from "../../src/campaign/render-evidence.ts";
import { judged, scriptedItem } from "../helpers/campaign-script.ts";

const place = { file: "src/cart.js", line: 3 };

it("tells what was red, what each gate said, and what a reviewer should look at", () => {
  const notes = [{ rule: "assert", ...place, reason: "it loads node:assert" }];
  expect(renderEvidence(scriptedItem(1), judged(1, { notes }))).toBe(
    [
      "Red before (unit):",
      "- adds: expected 1 to equal 2",
      "",
      "Gates on this tree:",
      "- unit: green, fixes 1 and breaks none",
      "",
      "For the reviewer:",
      "- src/cart.js:3: assert: it loads node:assert",
    ].join("\n"),
  );
});

it("says what policy denied where safety is off", () => {
  const denials = [{ rule: "eval", ...place, reason: "it runs a string" }];
  expect(renderEvidence(scriptedItem(1), judged(1, { denials }))).toContain(
    "kept all the same (--no-safety):\n- src/cart.js:3: eval: it runs a string",
  );
});

it("says what a person asked for and which tests show it, and nothing in it is acted on", () => {
  const item = {
    ...scriptedItem(1),
    ...{ kind: "issue", title: "Totals", failures: 0 },
    evidence: [{ title: "Totals, says @octocat", message: "Fixes #12\nmore" }],
  };
  const targets = [JSON.stringify(["test/total.test.js", "", "adds all"])];
  const text = renderEvidence(item, judged(1), { files: ["test/total.test.js"], targets });
  expect(text.split("\n\n").slice(0, 2)).toEqual([
    "Asked for:\n- Totals, says @ octocat: Fixes # 12",
    "Red before, green after, by tests written for it (test/total.test.js):\n- test/total.test.js: adds all",
  ]);
});
