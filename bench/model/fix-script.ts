/** The project that is mended: where its bug is, what mends it, and how a person would ask for that. */
export const bug = {
  file: "src/pages.js",
  test: "test/pages.test.js",
  old: "page <= pageCount",
  new: "page < pageCount",
  request:
    "The test `pages > knows the last page` in test/pages.test.js fails: AssertionError: Expected values to be " +
    "strictly equal: true !== false. Make it pass with the smallest change of src/pages.js, and change no test.",
} as const;

/** Files of the project, with Nightshift's gate. */
export const projectFiles: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "pages", "type": "module", "scripts": { "test": "node --test" } }\n',
  [bug.file]: `/** One page of a list; pages count from 1. */
export function paginate(items, { page = 1, size = 10 } = {}) {
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const start = (page - 1) * size;
  return { items: items.slice(start, start + size), page, pageCount, hasNext: page <= pageCount };
}
`,
  [bug.test]: `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paginate } from "../src/pages.js";

describe("pages", () => {
  it("cuts a list", () => {
    assert.deepEqual(paginate(["a", "b", "c"], { page: 2, size: 2 }).items, ["c"]);
  });
  it("knows the last page", () => {
    assert.equal(paginate(["a", "b", "c"], { page: 2, size: 2 }).hasNext, false);
  });
});
`,
  ".github/nightshift.yml": `focus: ["src/**"]
gates:
  - { name: tests, kind: tests, command: node --test, runner: node-test }
`,
};

/** The same fix for both, a call a reply: look at the file, edit it, run the tests, end. */
export type FixStep = { readonly tool: string; readonly arguments: object } | { readonly said: string };

/** By tools of Nightshift. */
export const nightshiftSteps: readonly FixStep[] = [
  { tool: "read_file", arguments: { path: bug.file } },
  { tool: "edit_file", arguments: { path: bug.file, old: bug.old, new: bug.new } },
  { tool: "run_gate", arguments: { name: "tests" } },
  { tool: "finish", arguments: { summary: "end with the last page in paginate" } },
];

/** By the one tool of Codex that runs commands. */
export const codexSteps: readonly FixStep[] = [
  { tool: "exec_command", arguments: { cmd: `cat ${bug.file}` } },
  { tool: "exec_command", arguments: { cmd: `sed -i 's/${bug.old}/${bug.new}/' ${bug.file}` } },
  { tool: "exec_command", arguments: { cmd: "node --test" } },
  { said: "End with the last page in paginate." },
];
