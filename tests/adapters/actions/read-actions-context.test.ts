import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readActionsContext } from "../../../src/adapters/actions/read-actions-context.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";

const environment = {
  GITHUB_REPOSITORY: "octo/project",
  GITHUB_SHA: "a".repeat(40),
  GITHUB_REF_NAME: "trunk",
  GITHUB_EVENT_NAME: "schedule",
  GITHUB_RUN_ID: "7",
  GITHUB_WORKSPACE: "/work",
  RUNNER_TEMP: "/temp",
};

function readWith(event: unknown, eventName: string) {
  using folder = openScratchFolder();
  const file = join(folder.path, "event.json");
  writeFileSync(file, typeof event === "string" ? event : JSON.stringify(event));
  return readActionsContext({ ...environment, GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: file });
}

it("takes a schedule's branch for the default one where its event tells none", () => {
  expect(readActionsContext(environment)).toMatchObject({
    defaultBranch: "trunk",
    labelled: null,
    runUrl: "https://github.com/octo/project/actions/runs/7",
    runId: 7,
    apiUrl: "https://api.github.com",
  });
});

it("tells which issue was labelled with what, of an event that labels an issue alone", () => {
  const event = {
    action: "labeled",
    label: { name: "nightshift" },
    issue: { title: "Slow", body: null, number: 3 },
    repository: { default_branch: "main" },
  };
  expect(readWith(event, "issues")).toMatchObject({
    defaultBranch: "main",
    labelled: { label: "nightshift", title: "Slow", body: "" },
  });
  expect(readWith({ ...event, action: "opened" }, "issues").labelled).toBeNull();
  expect(readWith(event, "workflow_dispatch").labelled).toBeNull();
});

it.each([
  ["no runner", {}, /GITHUB_REPOSITORY/],
  ["a repository that is none", { ...environment, GITHUB_REPOSITORY: "octo/../x" }, /GITHUB_REPOSITORY/],
  ["a commit that is none", { ...environment, GITHUB_SHA: "main" }, /GITHUB_SHA/],
])("refuses %s by name", (_what, given, name) => {
  expect(() => readActionsContext(given)).toThrow(name);
});

it.each(["", "{", '{"repository":{"default_branch":""}}'])("refuses the event %j", (event) => {
  expect(() => readWith(event, "issues")).toThrow(expect.objectContaining({ code: "NOT_IN_ACTIONS" }));
});
