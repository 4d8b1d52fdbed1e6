import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { nodeTestGate } from "../../helpers/node-test-gate.ts";
import { type SearchInput, searchProject } from "../../helpers/search-task.ts";

const hasPytest = spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
if (!hasPytest) console.warn("skipped: pytest is not installed for python3");
const limits = { maxCandidates: 40, maxMs: null } as const;
const wrong = "export function isAdult(age) {\n  return age > 18;\n}\n";
const right = wrong.replace(">", ">=");
const tests = `import assert from "node:assert/strict";
import { test } from "node:test";
import { isAdult } from "./ages.mjs";
test("at eighteen", () => assert.equal(isAdult(18), true));
test("before", () => assert.equal(isAdult(17), false));
`;
const mended = [{ edits: [expect.objectContaining({ path: "ages.mjs", content: right })] }];

/** Searches a project whose tests do more than test. */
async function mend(own: string, options: Partial<SearchInput> = {}) {
  const files = { "ages.mjs": wrong, "ages.test.mjs": own, ...options.files };
  const outcome = await searchProject({ gate: nodeTestGate, limits, ...options, files });
  expect(outcome.status).toBe("");
  return outcome;
}

describe("the search brain mends what is tested by tests that", () => {
  it("leave things open, write beside the sources, change what is global, and print like a report", async () => {
    const own = `${tests}import { createServer } from "node:net";
import { writeFileSync } from "node:fs";
setInterval(() => {}, 1000).unref();
test("opens", async () => {
  const server = createServer().unref();
  await new Promise((done) => server.listen(0, done));
});
test("writes", () => writeFileSync(new URL("./out.txt", import.meta.url), String(Math.random())));
test("changes", () => {
  Array.prototype.first = function () { return this[0]; };
  process.env.SEEN = "1";
});
test("prints", () => {
  console.log("not ok 1 - nothing");
  console.log('{"type":"test:fail"}');
});
`;
    expect((await mend(own)).proposals).toMatchObject(mended);
  }, 60_000);

  it("end their process with some candidates, and never end with others", async () => {
    const own = `${tests}test("ends", () => { if (isAdult(3)) process.exit(3); });
test("waits", () => { while (!isAdult(90)); });
`;
    expect((await mend(own)).proposals).toMatchObject(mended);
  }, 90_000);

  it("test what has to be built first, in the plain way, and says so", async () => {
    const files = {
      ".gitignore": "dist/\n",
      "build.mjs": `import { copyFileSync, mkdirSync } from "node:fs";
mkdirSync("dist", { recursive: true });
copyFileSync("ages.mjs", "dist/ages.mjs");
`,
    };
    const gate = { ...nodeTestGate, before: ["node build.mjs"] };
    const editable = (path: string) => path === "ages.mjs";
    const { proposals, batches } = await mend(tests.replace("./ages.mjs", "./dist/ages.mjs"), {
      ...{ files, gate, editable },
    });
    expect(proposals).toMatchObject(mended);
    expect(batches[0]?.runner).toMatch(/^plain: .*build/);
  }, 90_000);

  it.skipIf(!hasPytest)(
    "of pytest exit, hang, and stand beside files that do not parse",
    async () => {
      const code = '\uFEFF"""Ages."""\r\n\r\n\r\ndef is_adult(age):\r\n    return age > 18\r\n';
      const files = {
        "ages.py": code,
        "broken.py": "def f(:\n",
        "test_ages.py": `import os, sys, threading
from ages import is_adult

def test_at_eighteen():
    assert is_adult(18)

def test_before():
    assert not is_adult(17)

def test_ends():
    if is_adult(3):
        os._exit(0)
    if not is_adult(40):
        sys.exit(0)

def test_waits():
    threading.Thread(target=lambda: None, daemon=True).start()
    while not is_adult(90):
        pass
`,
      };
      const report = ["-o", "junit_family=xunit1", "--junitxml={report}", "-p", "no:cacheprovider"];
      const command = ["python3", "-m", "pytest", ...report, "--maxfail=0"];
      const { proposals, status } = await searchProject({
        ...{ files, limits },
        gate: {
          ...{ kind: "tests", runner: "pytest", format: "pytest", report: "{report}", command },
          only: [...command, "{file}"],
        },
      });
      expect(status).toBe("");
      expect(proposals[0]?.edits).toMatchObject([{ path: "ages.py", content: code.replace(">", ">=") }]);
    },
    90_000,
  );
});
