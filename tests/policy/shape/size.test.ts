import { describe, expect, it } from "vitest";
import { size } from "../../../src/policy/shape/size.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const lines = (count: number, word = "line") =>
  Array.from({ length: count }, (_, at) => `${word} ${at}\n`).join("");
const judge = async (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | null>>,
  policy: Readonly<Record<string, unknown>> = {},
) => denialsOf(await judgeChange(before, after, { rules: [size], config: { policy } }));

describe("size", () => {
  it("denies more files than policy.maxFiles", async () => {
    const after = { "a.js": "a\n", "b.js": "b\n", "c.js": "c\n" };
    expect(await judge({}, after, { maxFiles: 2 })).toEqual(["a.js:null"]);
    expect(await judge({}, after, { maxFiles: 3 })).toEqual([]);
  });

  it("counts added and removed lines of all files against policy.maxLines", async () => {
    const before = { "a.js": lines(10), "b.js": lines(10) };
    const after = { "a.js": null, "b.js": lines(10, "other") };
    expect(await judge(before, after, { maxLines: 29 })).toEqual(["a.js:null"]);
    expect(await judge(before, after, { maxLines: 30 })).toEqual([]);
  });

  it("does not count what stays between two edits far apart", async () => {
    const before = lines(50_000);
    const after = `first\n${before}last\n`;
    expect(await judge({ "a.js": before }, { "a.js": after }, { maxLines: 2 })).toEqual([]);
    expect(await judge({ "a.js": before }, { "a.js": after }, { maxLines: 1 })).toEqual(["a.js:null"]);
  });

  it("gives up early on a long file that is shuffled", async () => {
    const before = lines(50_000);
    const after = before.split("\n").toReversed().join("\n");
    expect(await judge({ "a.js": before }, { "a.js": after })).toEqual(["a.js:null"]);
  }, 5_000);

  it("denies a file above a MiB, and names it", async () => {
    const after = { "a.js": "a\n", "b.js": "b".repeat(1024 * 1024 + 1) };
    expect(await judge({}, after)).toEqual(["b.js:null"]);
  });
});
