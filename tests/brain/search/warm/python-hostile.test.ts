import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pytestWarmRunner } from "../../../../src/brain/search/warm/python-pytest-runner.ts";
import { unittestWarmRunner } from "../../../../src/brain/search/warm/python-unittest-runner.ts";
import { namesOf, openPython, pythonGates, runTexts } from "./open-python.ts";

const source = `import functools
import os
import sys
import threading
import time

SEEN = []


def double(value):
    return value + value + 1


def remember(value, cache={}):
    return sorted(cache) + [value]


@functools.lru_cache(maxsize=None)
def cached(value):
    return value


class Counter:
    count = 0

    def next(self):
        return self.count + 1
`;
const wrong = "return value + value + 1";
const right = "return value + value";
const pytestFile = `import pytest
from lib import SEEN, Counter, cached, double, remember


@pytest.mark.parametrize("values", [[1, 2]])
def test_double(values):
    assert [double(value) for value in values] == [2, 4]


def test_others():
    assert SEEN == []
    assert remember(1) == [1]
    assert Counter().next() == 1
    assert cached(3) == 3
`;
const unittestFile = `import unittest
from lib import SEEN, Counter, cached, double, remember


class LibTest(unittest.TestCase):
    values = [1, 2]

    def test_double(self):
        self.assertEqual([double(value) for value in self.values], [2, 4])

    def test_others(self):
        self.assertEqual(SEEN, [])
        self.assertEqual(remember(1), [1])
        self.assertEqual(Counter().next(), 1)
        self.assertEqual(cached(3), 3)
`;

const runners = [
  ["pytest", pytestWarmRunner, pythonGates.pytest(), pytestFile],
  ["unittest", unittestWarmRunner, pythonGates.unittest(), unittestFile],
] as const;

/** What candidates do before they are right, and what is to become of them. */
const bodies: readonly (readonly [what: string, body: string, outcome: string])[] = [
  ["ends the process", "os._exit(0)", "ended"],
  ["exits", "sys.exit(3)", "failing"],
  ["kills its process", "os.kill(os.getpid(), 9)", "ended"],
  ["never ends a loop", "while True: pass", "out-of-fuel"],
  [
    "holds back what ends it",
    "while True:\n        try:\n            value += 1\n        except BaseException: pass",
    "out-of-fuel",
  ],
  ["never ends a comprehension", "[i for i in iter(int, 1)]", "out-of-fuel"],
  ["forks a copy", `pid = os.fork()\n    if pid: os.waitpid(pid, 0)\n    ${right}`, "passing"],
  [
    "leaves a thread",
    `threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n    ${right}`,
    "passing",
  ],
  ["writes into the tree", `open("left.txt", "w").close()\n    ${right}`, "failing"],
  ["removes a source", `os.remove("lib.py")\n    ${right}`, "failing"],
  ["waits for ever", "time.sleep(1000)", "ended"],
  ["takes all memory", "bytearray(8 << 30)", "failing"],
  ["leaves a variable", `os.environ["LEFT"] = "1"\n    ${right}`, "passing"],
  ["fills a list of the module", `SEEN.append(value)\n    ${right}`, "breaking"],
  ["fills a default", `remember.__defaults__[0][value] = 1\n    ${right}`, "breaking"],
  ["changes a class", `Counter.count += 1\n    ${right}`, "breaking"],
  [
    "replaces a function",
    `sys.modules[__name__].cached.__wrapped__.__code__ = (lambda value: 5).__code__\n    ${right}`,
    "breaking",
  ],
  ["changes what it was given", `SEEN[:] = []\n    ${right}`, "passing"],
];

describe.each(runners)("candidates in warm %s that do harm", (_name, runner, gate, test) => {
  it("cost themselves alone, and each fares as if it were alone", { timeout: 60_000 }, async () => {
    const files = { "lib.py": source, "test_lib.py": test };
    await using opened = await openPython({ files, gate, runner });
    const session = opened.session();
    const texts = bodies.map(([, body]) => source.replace(wrong, body));
    // A right one behind each shows what is left of it.
    const sound = source.replace(wrong, right);
    const outcomes = await runTexts(
      session,
      "lib.py",
      texts.flatMap((text) => [text, sound]),
      20_000,
    );
    const seen = bodies.map(([what], at) => [what, describeOutcome(outcomes[at * 2])]);
    expect(seen).toEqual(bodies.map(([what, , outcome]) => [what, outcome]));
    for (const [at, [what]] of bodies.entries())
      expect([what, describeOutcome(outcomes[at * 2 + 1])]).toEqual([what, "passing"]);
    expect(await readFile(join(opened.sandbox.dir, "lib.py"), "utf8")).toBe(source);
    const left = await readdir(opened.sandbox.dir);
    expect(left.filter((name) => !name.startsWith(".")).sort()).toEqual(["lib.py", "test_lib.py"]);
    const again = await runTexts(session, "lib.py", texts.toReversed().slice(0, 8), 20_000);
    expect(again.map(describeOutcome)).toEqual(
      bodies
        .toReversed()
        .slice(0, 8)
        .map(([, , outcome]) => outcome),
    );
  });
});

function describeOutcome(outcome: Awaited<ReturnType<typeof runTexts>>[number] | undefined): string {
  if (outcome?.status !== "ran") return outcome?.status ?? "missing";
  const failed = namesOf(outcome, "failed").map((name) => name.replace(/\[.*/, ""));
  if (failed.length === 0) return outcome.isComplete ? "passing" : "incomplete";
  return failed.includes("test_double") ? "failing" : "breaking";
}
