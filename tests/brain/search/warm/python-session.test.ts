import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unittestWarmRunner as runner } from "../../../../src/brain/search/warm/python-unittest-runner.ts";
import type { WarmOutcome } from "../../../../src/brain/search/warm/warm-session.ts";
import { namesOf, openPython, pythonGates, runTexts } from "./open-python.ts";

const gate = pythonGates.unittest();
const lib = `import itertools
import os

SEEN = []


def double(value):
    return value + value + 1
`;
const wrong = "return value + value + 1";
const test = `import unittest
import lib


class T(unittest.TestCase):
    def test_double(self):
        self.assertEqual(lib.double(2), 4)

    def test_seen(self):
        self.assertEqual(lib.SEEN, [])
`;
const files = { "lib.py": lib, "test_lib.py": test };
const raises = (text: string) => lib.replace(wrong, `${text}raise ValueError(os.getpid())`);

function messageOf(outcome: WarmOutcome | undefined): string {
  return outcome?.status === "ran" ? (outcome.checks[0]?.message.split("\n")[0] ?? "") : "";
}

describe("a warm session of Python", () => {
  it("uses a process again as long as candidates leave it as it was, and no longer", async () => {
    await using opened = await openPython({ files, gate, runner, width: 1 });
    const outcomes = await runTexts(opened.session(), "lib.py", [
      raises(""),
      raises("value += 1; "),
      raises("SEEN.append(1); "),
      raises("value += 2; "),
      raises("os.environ['LEFT'] = '1'; "),
      raises("value += 3; "),
    ]);
    const processes = outcomes.map(messageOf);
    expect(processes[0]).toMatch(/^ValueError: \d+$/);
    expect(processes.map((process) => processes.indexOf(process))).toEqual([0, 0, 0, 3, 3, 5]);
  });

  it("leaves neither processes nor temporary files behind", async () => {
    await using opened = await openPython({ files, gate, runner });
    const session = opened.session();
    const [outcome] = await runTexts(session, "lib.py", [raises("")]);
    await session[Symbol.asyncDispose]();
    const process = Number(messageOf(outcome).split(" ")[1]);
    expect(process).toBeGreaterThan(1);
    expect(existsSync(`/proc/${process}`)).toBe(false);
    const left = await readdir(join(opened.sandbox.dir, "../tmp"));
    expect(left.filter((name) => name.startsWith("nightshift"))).toEqual([]);
    expect(await readdir(opened.sandbox.outDir)).toEqual([]);
  });

  it("forks for each candidate where a module holds what cannot be looked into", async () => {
    const counting = { ...files, "lib.py": lib.replace("SEEN = []", "SEEN = []\nIDS = itertools.count()") };
    await using opened = await openPython({ files: counting, gate, runner, width: 1 });
    const texts = ["", "value += 1; "].map((text) =>
      counting["lib.py"].replace(wrong, `${text}raise ValueError(next(IDS))`),
    );
    const outcomes = await runTexts(opened.session(), "lib.py", texts);
    expect(outcomes.map(messageOf)).toEqual(["ValueError: 0", "ValueError: 0"]);
  });

  it("goes on after a caller has had enough, and says of other files that they cannot be taken in", async () => {
    await using opened = await openPython({ files, gate, runner });
    const session = opened.session();
    const edits = (content: string, path = "lib.py") => [{ path, mode: "100644" as const, content }];
    const many = Array.from({ length: 60 }, (_, at) => ({
      edits: edits(raises(`value += ${at}; `)),
      fuel: 1000,
    }));
    for await (const outcome of session.run(many)) if (outcome.status === "ran") break;
    const [mended] = await runTexts(session, "lib.py", [lib.replace(wrong, "return value * 2")]);
    expect(namesOf(mended, "failed")).toEqual([]);
    const outcomes: WarmOutcome[] = [];
    const requests = [
      { edits: edits("{}", "data.json"), fuel: 1000 },
      { edits: [], fuel: 1000 },
    ];
    for await (const outcome of session.run(requests)) outcomes.push(outcome);
    expect(outcomes.map(({ status }) => status)).toEqual(["ended", "ran"]);
    expect(namesOf(outcomes[1], "failed")).toEqual(["test_double"]);
  });

  it("notes values in tests that are edited, and in methods of classes", async () => {
    await using opened = await openPython({ files, gate, runner });
    const noted = test.replace("lib.double(2), 4", '__nightshift_note("a", lib.double(2)), 4');
    const values = await opened.session().observe([
      { path: "test_lib.py", mode: "100644", content: noted },
      {
        path: "lib.py",
        mode: "100644",
        content: lib.replace("value + value", '__nightshift_note("b", [value])[0] + value'),
      },
    ]);
    expect(values.get("a")).toMatchObject([{ type: "int", text: "5" }]);
    expect(values.get("b")).toMatchObject([{ type: "list", text: "[2]" }]);
  });

  it("is about the item's file alone where the gate runs file by file", async () => {
    const more = { ...files, "test_more.py": test.replace("class T", "class More") };
    const perFile = {
      ...gate,
      command: ["python3", "{support}/unittest_report.py", "{report}", "{file}"],
      files: ["test_*.py"],
    };
    const one = {
      ...runner,
      open: (input: Parameters<typeof runner.open>[0], deps: Parameters<typeof runner.open>[1]) => {
        const item = {
          ...input.task.item,
          files: ["test_lib.py"],
          targets: input.task.item.targets.filter((id) => id.includes("test_lib")),
        };
        return runner.open({ ...input, task: { ...input.task, item } }, deps);
      },
    };
    await using opened = await openPython({ files: more, gate: perFile, runner: one });
    expect(opened.session().base.map(({ file }) => file)).toEqual(["test_lib.py", "test_lib.py"]);
  });
});
