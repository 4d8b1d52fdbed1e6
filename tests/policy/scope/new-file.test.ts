import { describe, expect, it } from "vitest";
import { newFile } from "../../../src/policy/scope/new-file.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const judge = async (path: string, config: Readonly<Record<string, unknown>> = {}) =>
  denialsOf(await judgeChange({ "src/a.js": "a\n" }, { [path]: "b\n" }, { rules: [newFile], config }));

describe("new-file", () => {
  it.each(["src/b.js", "docs/guide.md", "b", "src/a/index.js"])("denies %s", async (path) => {
    expect(await judge(path)).toEqual([`${path}:null`]);
  });

  it.each(["src/a.js", "test/b.test.js", "src/b.test.ts", "pkg/b_test.go", "tests/test_b.py"])(
    "allows %s",
    async (path) => {
      expect(await judge(path)).toEqual([]);
    },
  );

  it("allows what the configuration allows", async () => {
    expect(await judge("src/b.js", { policy: { allowNewFeatures: true } })).toEqual([]);
  });
});
