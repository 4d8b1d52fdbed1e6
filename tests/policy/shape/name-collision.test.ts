import { describe, expect, it } from "vitest";
import { nameCollision } from "../../../src/policy/shape/name-collision.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const base = { "src/foo.js": "a\n", "src/Legacy.js": "a\n", "src/legacy.js": "a\n", "lib/deep/a.js": "a\n" };
const judge = async (after: Readonly<Record<string, string | null>>) =>
  denialsOf(await judgeChange(base, after, { rules: [nameCollision] }));

describe("name-collision", () => {
  it.each([
    ["by case", "src/Foo.js"],
    ["by a folder's case", "SRC/bar.js"],
    ["by a letter that looks alike", "src/f\u043eo.js"],
    ["by a wide letter", "src/\uff46oo.js"],
    ["by an ignored character", "src/foo\u200d.js"],
    ["by a trailing dot", "src/foo.js."],
    ["as a file where a folder is", "lib/deep"],
    ["as a file where a folder is, by case", "lib/Deep"],
    ["beneath a file", "src/foo.js/a.js"],
    ["beneath a file, by case", "src/FOO.js/a.js"],
  ])("denies a new file that collides %s", async (_name, path) => {
    expect(await judge({ [path]: "b\n" })).toEqual([`${path}:null`]);
  });

  it("denies new files that collide with each other", async () => {
    expect(await judge({ "src/stra\u00dfe.js": "b\n", "src/STRASSE.js": "b\n" })).not.toEqual([]);
    expect(await judge({ "one/a.js": "b\n", "One/b.js": "b\n" })).toEqual(["One/b.js:null"]);
    expect(await judge({ "new/a": "b\n", "new/a/b": "b\n" })).toEqual(["new/a/b:null"]);
  });

  it("denies a renaming of case alone", async () => {
    expect(await judge({ "src/foo.js": null, "src/Foo.js": "a\n" })).not.toEqual([]);
  });

  it.each([
    ["a name of its own", { "src/food.js": "b\n", "src/fo.js": "b\n" }],
    ["a file in a folder that is there", { "lib/deep/b.js": "b\n", "lib/c.js": "b\n" }],
    ["the same name elsewhere", { "lib/foo.js": "b\n" }],
    ["another extension", { "src/foo.ts": "b\n" }],
    ["edits of names that collided before", { "src/Legacy.js": "b\n" }],
    ["a deletion", { "src/legacy.js": null }],
  ])("allows %s", async (_name, after) => {
    expect(await judge(after)).toEqual([]);
  });
});
