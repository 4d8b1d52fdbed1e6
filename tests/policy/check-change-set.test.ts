import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import { buildChangeSet } from "../../src/policy/build-change-set.ts";
import { checkChangeSet } from "../../src/policy/check-change-set.ts";
import { policyRules } from "../../src/policy/registry.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

const files = [
  { path: "src/cart.js", mode: "100644", hash: "a" },
  { path: "bin/run", mode: "100755", hash: "b" },
  { path: "src/link.js", mode: "120000", hash: "c" },
  { path: "vendored", mode: "160000", hash: "d" },
  { path: "test/cart.js", mode: "100644", hash: "e" },
];
const config = configSchema.parse({ policy: { protected: ["src/legal/**"] } });
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
    ["a test", edit("test/cart.js"), "protected-path"],
    ["a workflow", edit(".github/workflows/ci.yml"), "protected-path"],
    ["a manifest", edit("package.json"), "protected-path"],
    ["what config protects", edit("src/legal/terms.js"), "protected-path"],
    ["the deletion of a test", edit("test/cart.js", null), "protected-path"],
    ["a path that climbs out", edit("src/../../etc/passwd"), "path"],
    ["an absolute path", edit("/etc/passwd"), "path"],
    ["an empty path", edit(""), "path"],
    ["an empty segment", edit("src//cart.js"), "path"],
    ["a backslash", edit("src\\..\\cart.js"), "path"],
    ["a newline in the name", edit("src/a\n.js"), "path"],
    ["a name that is not Unicode", edit("src/\ud800.js"), "path"],
    ["the git folder", edit(".git/config"), "path"],
    ["the git folder by another name", edit("src/.GIT /hooks/x"), "path"],
    ["the git folder by its short name", edit("git~1/config"), "path"],
    ["a file beneath a file", edit("src/cart.js/deep.js"), "path"],
    ["a file beneath a submodule", edit("vendored/a.js"), "path"],
    ["a file beneath a link", edit("src/link.js/a.js"), "path"],
    ["the deletion of what is not there", edit("src/none.js", null), "path"],
    ["a symbolic link", edit("src/link.js"), "path"],
    ["a submodule", edit("vendored"), "path"],
    ["a source made executable", edit("src/cart.js", "x", "100755"), "path"],
    ["a program made plain", edit("bin/run", "x"), "path"],
    ["a new executable", edit("src/new.sh", "x", "100755"), "path"],
    ["a file above a MiB", edit("src/cart.js", "x".repeat(1024 * 1024 + 1)), "content"],
    ["content that is not Unicode", edit("src/cart.js", "\udfff"), "content"],
  ])("denies %s", async (_name, one, rule) => {
    const verdict = await check(one);
    expect(verdict).toMatchObject({ status: "denied", denials: [{ rule, file: one.path }] });
  });

  it("names the line of a NUL and of a character that hides code", async () => {
    expect(await check(edit("src/cart.js", "a\nb\0"))).toMatchObject({
      denials: [{ rule: "content", line: 2 }],
    });
    const hidden = await check(edit("src/cart.js", "a\nb\n// \u202e }"));
    expect(hidden).toMatchObject({ denials: [{ rule: "content", line: 3, file: "src/cart.js" }] });
  });

  it("denies two edits of one file, also where only case tells them apart", async () => {
    expect(await check(edit("src/cart.js"), edit("src/CART.js"))).toMatchObject({
      denials: [{ rule: "twice" }],
    });
  });

  it("denies too many files, and too much in all of them", async () => {
    const many = Array.from({ length: 21 }, (_, at) => edit(`src/new${at}.js`));
    expect(await check(...many)).toMatchObject({ denials: [{ rule: "size" }] });
    const big = Array.from({ length: 5 }, (_, at) => edit(`src/new${at}.js`, "x".repeat(1024 * 1024)));
    expect(await check(...big)).toMatchObject({ denials: [{ rule: "size" }] });
  });

  it("lists every denial with a reason that names the file", async () => {
    const verdict = await check(edit("test/cart.js"), edit("src/cart.js"), edit("package.json"));
    expect(verdict.status === "denied" && verdict.denials.map(({ reason }) => reason)).toEqual([
      "test/cart.js is protected: tests and what they compare with are the judges",
      "package.json is protected: manifests and lock files decide which code of others runs",
    ]);
  });
});
