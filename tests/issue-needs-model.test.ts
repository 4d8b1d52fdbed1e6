import { expect, it } from "vitest";
import { issueNeedsModel } from "../src/issue-needs-model.ts";

const issue = { title: "Slow", body: "" };

it("speaks of flags to who has flags, and of inputs to who has an action", () => {
  const told = (isAction: boolean, isResume = false) =>
    issueNeedsModel(issue, { brain: "search", isResume, isAction });
  expect(told(false)).toMatchObject({ code: "ISSUE_NEEDS_MODEL", kind: "usage" });
  expect(told(false).message).toContain('The issue "Slow" needs a model');
  expect(told(false).hint).toBe(
    "Name one with --provider and --model, or leave --issue out to work on what the gates fail.",
  );
  expect(told(false, true).hint).toMatch(/or start a new campaign/);
  expect(told(true).hint).toMatch(/inputs `provider`, `model` and `api-key`.*take the label off/);
  expect(told(true).hint).not.toContain("--");
});
