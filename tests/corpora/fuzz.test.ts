import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openJournal } from "../../src/adapters/journal-file.ts";
import { readJournal } from "../../src/adapters/read-journal.ts";
import { checkConfigText } from "../../src/config/check-config-text.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import { type ReportFormat, reportFormats } from "../../src/domain/gate.ts";
import { reportParsers } from "../../src/gates/parsers/registry.ts";
import { parseLessons } from "../../src/memory/parse-lessons.ts";
import { prepared, promotedCycle, started } from "../helpers/campaign-script.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { sampleAvoided } from "../helpers/sample-lessons.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";
import { garbage, mutated } from "./fuzz/garbage.ts";
import { sampleFindings } from "./fuzz/sample-findings.ts";
import { reportFigures } from "./harness/report-figures.ts";

const runs = { numRuns: isFullCorpus ? 5_000 : 200, seed: corpusSeed };
const place = { cwd: "/r", root: "/r" };
const findingFormats = reportFormats.slice(reportFormats.indexOf("eslint-json"));

/** Whether a report counts as a pass: tests ran and none failed, or a linter found nothing. */
function isPass(format: ReportFormat, text: string): boolean {
  const report = reportParsers[format]({ text, ...place });
  switch (report.status) {
    case "checks":
      return (
        report.checks.some(({ status }) => status === "passed") &&
        report.checks.every(({ status }) => status !== "failed")
      );
    case "findings":
      return report.findings.length === 0;
    default:
      return false;
  }
}

afterAll(() => {
  const inputs = runs.numRuns;
  reportFigures("fuzzed-parsers", [
    { what: "fuzzed inputs for each of 17 report formats, journal, memory and config", result: `${inputs}` },
  ]);
});

describe("report parsers", () => {
  // line-column passes over prose by its contract: there the exit code tells a pass from a failure.
  it.each(reportFormats.filter((format) => format !== "line-column"))(
    "read no garbage as a pass: %s",
    (format) => {
      // A linter that finds nothing prints nothing; an empty list is what some print.
      const silent = /^\s*(\[\s*\])?\s*$/;
      fc.assert(
        fc.property(
          garbage().filter((text) => !(findingFormats.includes(format) && silent.test(text))),
          (text) => !isPass(format, text),
        ),
        runs,
      );
    },
  );

  it.each(Object.entries(sampleFindings))("survive a %s report that was tampered with", (format, text) => {
    expect(reportParsers[format as ReportFormat]({ text, ...place })).toMatchObject({ status: "findings" });
    expect(isPass(format as ReportFormat, text)).toBe(false);
    fc.assert(
      fc.property(mutated(text), (other) => {
        reportParsers[format as ReportFormat]({ text: other, ...place });
      }),
      runs,
    );
  });

  it.each(["junit", "pytest"] as const)("expand no entities: %s", (format) => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const bombs = [
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${levels.join("")}]><testsuites><testsuite name="&l12;" tests="1"><testcase name="a"/></testsuite></testsuites>`,
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuites><testsuite name="s" tests="1"><testcase name="&e;"/></testsuite></testsuites>`,
      `<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><testsuites><testsuite name="s" tests="1"><testcase name="a"/></testsuite></testsuites>`,
    ];
    for (const text of bombs) {
      const report = reportParsers[format]({ text, ...place });
      expect(JSON.stringify(report)).not.toContain("root:");
      expect(JSON.stringify(report).length).toBeLessThan(20_000);
      expect(isPass(format, text)).toBe(false);
    }
  });
});

describe("journal", () => {
  it("gives good lines and sets the others aside, whatever was done to it", async () => {
    using folder = openScratchFolder();
    const whole = join(folder.path, "whole.jsonl");
    const journal = await openJournal({ path: whole });
    for (const event of [started, prepared, ...promotedCycle(1)]) await journal.append(event);
    await journal.close();
    const text = readFileSync(whole, "utf8");
    const path = join(folder.path, "odd.jsonl");
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(text), garbage()), async (odd) => {
        writeFileSync(path, odd);
        try {
          const { entries, damaged } = await readJournal(path);
          // A gap in the numbers is told of with the line after it.
          return entries.length <= odd.split("\n").length && damaged.length <= odd.split("\n").length;
        } catch (error) {
          return error instanceof NightshiftError && error.code === "JOURNAL_NEWER";
        }
      }),
      { ...runs, numRuns: runs.numRuns / 2 },
    );
  });
});

describe("memory", () => {
  it("sets aside what is no lesson", () => {
    const text = `${JSON.stringify(sampleAvoided())}\n`.repeat(3);
    fc.assert(
      fc.property(fc.oneof(mutated(text), garbage()), (odd) => {
        const { lessons, damaged } = parseLessons(odd, "avoided.jsonl");
        return lessons.length + damaged.length <= odd.split("\n").length;
      }),
      runs,
    );
  });
});

describe("config", () => {
  const text =
    'focus: ["src/**"]\nstop: { maxCycles: 3 }\ngates:\n  - name: unit\n    kind: tests\n    command: node --test\n';
  it("is read or has its problems named, whatever it holds", () => {
    expect(checkConfigText(text, "c.yml").problems).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(mutated(text), garbage()), (odd) => {
        for (const { message } of checkConfigText(odd, "c.yml").problems) if (message === "") return false;
        return true;
      }),
      runs,
    );
  });

  it("expands no aliases without end", () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
    const bomb = `l0: &l0 [a,a,a]\n${levels.join("\n")}\n`;
    expect(checkConfigText(bomb, "c.yml").problems.length).toBeGreaterThan(0);
  });
});
