import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import { buildChangeSet } from "../../src/policy/build-change-set.ts";
import { checkChangeSet } from "../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { policyRules } from "../../src/policy/registry.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import { judgeChange } from "../helpers/judge-change.ts";

const files = [
  { path: "src/cart.js", mode: "100644", hash: "a" },
  { path: "bin/run", mode: "100755", hash: "b" },
  { path: "src/link.js", mode: "120000", hash: "c" },
  { path: "vendored", mode: "160000", hash: "d" },
  { path: "golden/july.txt", mode: "100644", hash: "e" },
];
const config = configSchema.parse({ policy: { protected: ["src/legal/**"], allowNewFeatures: true } });
const parser = createSourceParser();
const readBase = async () => "old\n";
const check = async (...edits: readonly FileEdit[]) =>
  checkChangeSet(await buildChangeSet(edits, { files, readBase }), {
    rules: policyRules,
    context: { config, parser, readBase, itemKind: null, hasSecret: () => false },
  });
const edit = (path: string, content: string | null = "x\n", mode: FileEdit["mode"] = "100644"): FileEdit => ({
  path,
  mode,
  content,
});

describe("checkChangeSet", () => {
  it.each([
    ["an edit of a source", edit("src/cart.js")],
    ["an edit of an executable that stays one", edit("bin/run", "#!/bin/sh\n", "100755")],
    ["a new source", edit("src/new/price.js")],
    ["the deletion of a source", edit("src/cart.js", null)],
    ["a name with blanks, quotes and a leading dash", edit("src/-a \"b' ü.js")],
    ["an empty file", edit("src/cart.js", "")],
  ])("allows %s", async (_name, one) => {
    expect(await check(one)).toEqual({ status: "allowed", notes: [] });
  });

  it.each([
    ["a workflow", edit(".github/workflows/ci.yml"), "protected-path"],
    ["a manifest", edit("package.json"), "protected-path"],
    ["what config protects", edit("src/legal/terms.js"), "protected-path"],
    ["the deletion of a golden output", edit("golden/july.txt", null), "test-data"],
    ["a path that climbs out", edit("src/../../etc/passwd"), "relative-path"],
    ["an absolute path", edit("/etc/passwd"), "relative-path"],
    ["an empty path", edit(""), "relative-path"],
    ["an empty segment", edit("src//cart.js"), "relative-path"],
    ["a backslash", edit("src\\..\\cart.js"), "relative-path"],
    ["a newline in the name", edit("src/a\n.js"), "path-characters"],
    ["a name that is not Unicode", edit("src/\ud800.js"), "path-characters"],
    ["the git folder", edit(".git/config"), "git-folder"],
    ["the git folder by another name", edit("src/.GIT /hooks/x"), "git-folder"],
    ["the git folder by its short name", edit("git~1/config"), "git-folder"],
    ["a file beneath a file", edit("src/cart.js/deep.js"), "name-collision"],
    ["a file beneath a submodule", edit("vendored/a.js"), "base-state"],
    ["a file beneath a link", edit("src/link.js/a.js"), "name-collision"],
    ["the deletion of what is not there", edit("src/none.js", null), "base-state"],
    ["a symbolic link", edit("src/link.js"), "file-mode"],
    ["a submodule", edit("vendored"), "file-mode"],
    ["a file above a MiB", edit("src/cart.js", "x".repeat(1024 * 1024 + 1)), "size"],
    ["content that is not Unicode", edit("src/cart.js", "\udfff"), "text"],
  ])("denies %s", async (_name, one, rule) => {
    const verdict = await check(one);
    expect(verdict.status === "denied" && verdict.denials).toContainEqual(
      expect.objectContaining({ rule, file: one.path }),
    );
  });

  it.each([
    ["a source made executable", edit("src/cart.js", "x", "100755"), "becomes executable"],
    ["a program made plain", edit("bin/run", "x"), "is no longer executable"],
    ["a new executable", edit("src/new.sh", "x", "100755"), "becomes executable"],
  ])("allows %s, with a note", async (_name, one, reason) => {
    const note = { rule: "file-mode", file: one.path, line: null, reason: `"${one.path}" ${reason}` };
    expect(await check(one)).toEqual({ status: "allowed", notes: [note] });
  });

  it("names the line of a NUL and of a character that hides code", async () => {
    expect(await check(edit("src/cart.js", "a\nb\0"))).toMatchObject({
      denials: [{ rule: "text", line: 2 }],
    });
    const hidden = await check(edit("src/cart.js", "a\nb\n// \u202e }"));
    expect(hidden).toMatchObject({ denials: [{ rule: "hidden-characters", line: 3, file: "src/cart.js" }] });
  });

  it("denies two edits of one file, also where only case tells them apart", async () => {
    const verdict = await check(edit("src/cart.js"), edit("src/CART.js"));
    expect(verdict).toMatchObject({ denials: [{ rule: "name-collision" }, { rule: "name-collision" }] });
  });

  it("denies too many files, and too much in all of them", async () => {
    const many = Array.from({ length: 21 }, (_, at) => edit(`src/new${at}.js`));
    expect(await check(...many)).toMatchObject({ denials: [{ rule: "size" }] });
    const big = Array.from({ length: 5 }, (_, at) => edit(`src/new${at}.js`, "x\n".repeat(512 * 1024)));
    expect(await check(...big)).toMatchObject({ denials: [{ rule: "size" }] });
  });

  it("lists every denial with a reason that names the file", async () => {
    const verdict = await check(edit("go.sum"), edit("src/cart.js"), edit("package.json"));
    expect(verdict.status === "denied" && verdict.denials.map(({ reason }) => reason)).toEqual([
      "go.sum is protected: manifests and lock files decide which code of others runs",
      "package.json is protected: manifests and lock files decide which code of others runs",
    ]);
  });
});

describe("a rule", () => {
  const rule = (id: string, group: PolicyRule["group"], find: PolicyRule["find"]): PolicyRule => ({
    id,
    group,
    title: id,
    explanation: id,
    find,
  });
  const judge = (...rules: readonly PolicyRule[]) =>
    judgeChange({ "a.js": "a\n" }, { "a.js": "b\n" }, { rules });
  const refuses = () => [{ file: "a.js", line: 1, reason: "no" }];

  it("that throws, or rejects, denies", async () => {
    const throws = rule("broken", "scope", () => {
      throw new Error("out of order");
    });
    const denial = { rule: "broken", file: "", line: null };
    const reason = "the rule could not be checked: out of order";
    expect(await judge(throws)).toMatchObject({ status: "denied", denials: [{ ...denial, reason }] });
    const rejects = rule("broken", "shape", async () => Promise.reject("late"));
    expect(await judge(rejects)).toMatchObject({ status: "denied", denials: [denial] });
  });

  it("outside of the shape group does not see what a shape rule denies", async () => {
    const verdict = await judge(rule("late", "scope", refuses), rule("early", "shape", refuses));
    expect(verdict).toMatchObject({ status: "denied", denials: [{ rule: "early" }] });
    expect(verdict.status === "denied" && verdict.denials).toHaveLength(1);
  });

  it("that only notes denies nothing, and its note is kept beside a denial", async () => {
    const notes = rule("hint", "smells", () => [{ file: "a.js", line: 1, reason: "see", severity: "note" }]);
    const note = { rule: "hint", file: "a.js", line: 1, reason: "see" };
    expect(await judge(notes)).toEqual({ status: "allowed", notes: [note] });
    expect(await judge(notes, rule("no", "scope", refuses))).toMatchObject({
      status: "denied",
      notes: [note],
    });
  });
});
