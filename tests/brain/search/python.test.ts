import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type SearchInput, searchProject } from "../../helpers/search-task.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const hasPytest = spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
if (!hasPython) console.warn("skipped: python3 is not installed");
if (!hasPytest) console.warn("skipped: pytest is not installed for python3");

const report = ["-o", "junit_family=xunit1", "--junitxml={report}", "-p", "no:cacheprovider", "--maxfail=0"];
const pytest: SearchInput["gate"] = {
  kind: "tests",
  runner: "pytest",
  format: "pytest",
  report: "{report}",
  command: ["python3", "-m", "pytest", ...report],
  only: ["python3", "-m", "pytest", ...report, "{file}"],
};
const unittest: SearchInput["gate"] = {
  kind: "tests",
  runner: "unittest",
  format: "unittest",
  report: "{report}",
  command: ["python3", "{support}/unittest_report.py", "{report}"],
  only: ["python3", "{support}/unittest_report.py", "{report}", "{file}"],
};

const stats = `"""Numbers."""


def mean(values):
    return sum(values) / len(values)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def largest(values, count):
    ordered = sorted(values, reverse=True)
    return ordered[:count]


def flatten(lists):
    flat = []
    for items in lists:
        flat.extend(items)
    return flat


def is_valid(name, age):
    return name is not None and age >= 0
`;

const checks = [
  ["mean", "mean([1, 2, 3])", "2"],
  ["median_odd", "median([3, 1, 2])", "2"],
  ["median_even", "median([1, 2, 3, 4])", "2.5"],
  ["largest", "largest([1, 3, 2], 2)", "[3, 2]"],
  ["flatten", "flatten([[1], [2, 3]])", "[1, 2, 3]"],
  ["valid", "is_valid('a', 0)", "True"],
  ["invalid", "is_valid(None, 3)", "False"],
] as const;

const pytestFile = `from app.stats import *\n\n${checks.map(([name, call, value]) => `\ndef test_${name}():\n    assert ${call} == ${value}\n`).join("\n")}`;
const unittestFile = `import unittest\nfrom app.stats import *\n\n\nclass StatsTest(unittest.TestCase):\n${checks.map(([name, call, value]) => `    def test_${name}(self):\n        self.assertEqual(${call}, ${value})\n`).join("\n")}`;

const bugs = [
  ["a product for a quotient", "sum(values) / len", "sum(values) * len"],
  ["an index one too far", "middle - 1", "middle"],
  ["append for extend", "flat.extend", "flat.append"],
  ["a forgotten return", "    return flat\n", ""],
  ["or for and", "None and age", "None or age"],
  ["a wrong boundary", "age >= 0", "age > 0"],
  ["the wrong order", "reverse=True", "reverse=False"],
] as const;

function project(part: string, wrong: string, tests: string): Record<string, string> {
  expect(stats).toContain(part);
  return {
    "app/__init__.py": "",
    "app/stats.py": stats.replace(part, wrong),
    "test_stats.py": tests,
    "conftest.py": "",
  };
}

describe("search on Python projects", () => {
  it.skipIf(!hasPytest).each(bugs)("mends %s under pytest", async (_title, part, wrong) => {
    const files = project(part, wrong, pytestFile);
    const { proposals, end, status } = await searchProject({ files, gate: pytest });
    expect(proposals, JSON.stringify(end)).toHaveLength(1);
    expect(proposals[0]?.edits.map(({ path }) => path)).toEqual(["app/stats.py"]);
    expect(status).toBe("");
  });

  it.skipIf(!hasPython).each(bugs.slice(1, 4))("mends %s under unittest", async (_title, part, wrong) => {
    const files = project(part, wrong, unittestFile);
    const { proposals, end } = await searchProject({ files, gate: unittest });
    expect(proposals, JSON.stringify(end)).toHaveLength(1);
  });
});
