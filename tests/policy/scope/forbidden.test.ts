import { describe, expect, it } from "vitest";
import { configSchema } from "../../../src/config/schema.ts";
import { forbidden } from "../../../src/policy/scope/forbidden.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const base = { "src/a.js": 'import "aws-sdk";\nrun();\n', "src/b.js": "run();\n" };
const judge = (after: Readonly<Record<string, string | null>>, ...patterns: readonly string[]) =>
  judgeChange(base, after, { rules: [forbidden], config: { policy: { forbidden: patterns } } });

describe("forbidden", () => {
  it("denies each new line that matches, with its place and the pattern", async () => {
    const verdict = await judge(
      { "src/b.js": 'run();\nimport "aws-sdk/clients/s3";\neval(x);\n' },
      "aws-sdk",
      "\\beval\\(",
    );
    expect(denialsOf(verdict)).toEqual(["src/b.js:2", "src/b.js:3"]);
    expect(verdict).toMatchObject({ denials: [{ reason: "the line matches the forbidden /aws-sdk/" }, {}] });
  });

  it("denies one more of a line that was there", async () => {
    const verdict = await judge({ "src/a.js": 'import "aws-sdk";\nimport "aws-sdk";\nrun();\n' }, "aws-sdk");
    expect(denialsOf(verdict)).toEqual(["src/a.js:2"]);
  });

  it("denies it in tests and in new files as well", async () => {
    expect(denialsOf(await judge({ "test/c.js": "aws-sdk\n" }, "aws-sdk"))).toEqual(["test/c.js:1"]);
  });

  it("allows a line that stays, moves or goes", async () => {
    expect(denialsOf(await judge({ "src/a.js": 'stop();\nimport "aws-sdk";\n' }, "aws-sdk"))).toEqual([]);
    expect(denialsOf(await judge({ "src/a.js": "run();\n" }, "aws-sdk"))).toEqual([]);
  });

  it("is no configuration where a pattern cannot be read", () => {
    const { error } = configSchema.safeParse({ policy: { forbidden: ["a", "("] } });
    expect(error?.issues).toMatchObject([
      { path: ["policy", "forbidden", 1], message: "expected a regular expression" },
    ]);
  });
});
