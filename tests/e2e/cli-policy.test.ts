import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { runCli } from "../helpers/run-cli.ts";

let repository: GitRepository;
let base = "";

beforeAll(() => {
  repository = openGitRepository();
  repository.write("src/cart.ts", "export const total = (prices: number[]) => prices.length;\n");
  repository.write("package.json", '{"name":"shop"}\n');
  base = repository.commit("base");
});

afterAll(() => repository[Symbol.dispose]());

/** A commit on the base that leaves the branch where it is. */
function commitOn(files: Readonly<Record<string, string>>): string {
  repository.run("checkout", "-q", "--detach", base);
  for (const [path, content] of Object.entries(files)) repository.write(path, content);
  const commit = repository.commit("change");
  repository.run("checkout", "-q", "main");
  return commit;
}

function check(...args: readonly string[]) {
  return runCli(["policy", "check", "--repo", repository.dir, ...args]);
}

describe("nightshift policy check", () => {
  it("allows an honest change", async () => {
    const head = commitOn({
      "src/cart.ts": "export const total = (prices: number[]) => prices.length + 1;\n",
    });
    const end = await check("--range", `${base}..${head}`, "--json");
    expect({ ...end, stdout: JSON.parse(end.stdout) }).toMatchObject({
      code: 0,
      stderr: "",
      stdout: { status: "allowed", base, head, files: 1, denials: [] },
    });
  });

  it("denies with rule, file and line, and with every denial", async () => {
    const head = commitOn({ "package.json": "{}\n", ".github/workflows/x.yml": "on: push\n" });
    const end = await check("--range", `${base}..${head}`);
    expect(end.code).toBe(1);
    expect(end.stdout).toMatch(/^package\.json: protected-path: /m);
    expect(end.stdout).toMatch(/^\.github\/workflows\/x\.yml: protected-path: /m);
    expect(end.stdout).toMatch(/^Denied: \d+ denials by /m);
  });

  it("judges the difference of the two trees, not of the commits between", async () => {
    repository.run("checkout", "-q", "--detach", commitOn({ "package.json": "{}\n" }));
    repository.write("package.json", '{"name":"shop"}\n');
    const head = repository.commit("back");
    repository.run("checkout", "-q", "main");
    expect((await check("--range", `${base}..${head}`)).code).toBe(0);
  });

  it("reads the configuration from before the change alone", async () => {
    const strict = commitOn({ ".github/nightshift.yml": "policy:\n  protected: [src/**]\n" });
    const loose = commitOn({ ".github/nightshift.yml": "policy:\n  maxFiles: 0\n" });
    repository.run("checkout", "-q", "--detach", strict);
    repository.write("src/cart.ts", "export const total = () => 1;\n");
    const head = repository.commit("edit");
    repository.run("checkout", "-q", "main");
    const denied = await check("--range", `${strict}..${head}`);
    expect([denied.code, denied.stdout]).toEqual([
      1,
      expect.stringMatching(/^src\/cart\.ts: protected-path: /m),
    ]);
    // The second side's configuration is not even valid.
    expect((await check("--range", `${base}..${loose}`)).code).toBe(1);
    expect((await check("--range", `${loose}..${base}`)).code).toBe(2);
  });

  it("judges a diff file as it judges the range", async () => {
    const head = commitOn({ "src/cart.ts": "x\u202e\n", "package.json": "{}\n" });
    const file = join(repository.dir, "..", "change.diff");
    repository.run("diff", `--output=${file}`, base, head);
    const [range, diff] = await Promise.all([
      check("--range", `${base}..${head}`, "--json"),
      check("--diff", file, "--json"),
    ]);
    expect([range.code, diff.code]).toEqual([1, 1]);
    expect(JSON.parse(diff.stdout)).toEqual({ ...JSON.parse(range.stdout), head: null });
  });

  it.each([
    ["neither a range nor a diff", []],
    ["both", ["--range", "HEAD..HEAD", "--diff", "x"]],
    ["a range without a second side", ["--range", "HEAD"]],
    ["a range that is open", ["--range", "HEAD.."]],
    ["a symmetric range", ["--range", "HEAD...HEAD"]],
    ["a commit that is not there", ["--range", "HEAD..nowhere"]],
    ["an option for a commit", ["--range", "--all..HEAD"]],
    ["a diff that is not there", ["--diff", "/nowhere/x.diff"]],
    ["an option that it does not know", ["--ranges", "HEAD..HEAD"]],
  ])("exits with 2 for %s", async (_, args) => {
    expect(await check(...args)).toMatchObject({ code: 2, stdout: "" });
  });

  it("exits with 2 for a diff that is none or does not apply", async () => {
    const file = join(repository.dir, "..", "bad.diff");
    writeFileSync(file, "no diff\n");
    expect(await check("--diff", file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Line 1 of the diff"),
    });
    writeFileSync(file, "--- a/src/cart.ts\n+++ b/src/cart.ts\n@@ -1 +1 @@\n-other\n+new\n");
    expect(await check("--diff", file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("not what stands there"),
    });
  });

  it("holds a diff against the default branch, also from a detached HEAD, or against the named base", async () => {
    const head = commitOn({ "src/cart.ts": "export const total = () => 3;\n" });
    const file = join(repository.dir, "..", "later.diff");
    repository.run("checkout", "-q", "--detach", head);
    repository.write("src/cart.ts", "export const total = () => 4;\n");
    repository.run("diff", `--output=${file}`);
    repository.run("checkout", "-q", "--force", "--detach", head);
    expect(await check("--diff", file)).toMatchObject({ code: 2, stderr: expect.stringContaining("--base") });
    const judged = await check("--diff", file, "--base", "HEAD", "--json");
    expect(JSON.parse(judged.stdout)).toMatchObject({ base: head, files: 1 });
    repository.run("checkout", "-q", "main");
  });

  it("exits with 2 where there is no commit to hold a diff against", async () => {
    using empty = openGitRepository();
    const end = await runCli(["policy", "check", "--diff", "/dev/null", "--repo", empty.dir]);
    expect(end).toMatchObject({ code: 2, stderr: expect.stringContaining("no default branch") });
  });

  it("exits with 2 where there is no repository", async () => {
    expect((await runCli(["policy", "check", "--repo", "/proc", "--range", "a..b"])).code).toBe(2);
  });
});

describe("nightshift policy explain", () => {
  it("says what a rule denies and why", async () => {
    const end = await runCli(["policy", "explain", "protected-path"]);
    expect(end).toMatchObject({ code: 0, stderr: "" });
    expect(end.stdout).toMatch(/^protected-path \(protected\): /);
    expect(end.stdout.length).toBeGreaterThan(150);
  });

  it("names the nearest rule for one that there is not", async () => {
    expect(await runCli(["policy", "explain", "protected-paths"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Did you mean protected-path?"),
    });
  });
});

describe("nightshift policy list", () => {
  it("lists every rule with a title", async () => {
    const end = await runCli(["policy", "list", "--json"]);
    const rules: { id: string; title: string }[] = JSON.parse(end.stdout);
    expect(rules.map(({ id }) => id)).toContain("protected-path");
    expect(rules.every(({ title }) => title !== "")).toBe(true);
  });
});
