import { describe, expect, it } from "vitest";
import { removedLogging } from "../../../src/policy/smells/removed-logging.ts";
import { judgeChange } from "./judge-change.ts";

describe("removed-logging", () => {
  it.each([
    ["a console call", "src/a.js", 'console.error("no");\nrun();\n', "run();\n"],
    ["a call of a logger", "src/a.ts", "this.logger.warn(a);\nlogger.info(b);\n", "logger.info(b);\n"],
    ["an audit", "src/a.py", "audit.record(user)\nrun()\n", "run()\n"],
    ["a log of another language", "src/a.go", "log.Printf(x)\nrun()\n", "run()\n"],
    ["a whole file that logs", "src/a.js", "console.log(a);\n", null],
  ])("points out %s that is gone", async (_name, path, before, after) => {
    expect(await judgeChange(removedLogging, [{ path, before, after }])).toMatchObject([
      { severity: "note" },
    ]);
  });

  it("says nothing of logs that stay or are reworded", async () => {
    const before = 'console.error("no");\nrun();\n';
    const after = 'console.error("not found");\nrun();\n';
    expect(await judgeChange(removedLogging, [{ path: "src/a.js", before, after }])).toEqual([]);
  });
});
