import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");

let clone: string;

/** A clone with the scripts, a lock file, and an npm that writes down each call and leaves a Node, or fails. */
beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), "nightshift-clone-"));
  cpSync(path.join(root, "scripts"), path.join(clone, "scripts"), { recursive: true });
  writeFileSync(
    path.join(clone, "package-lock.json"),
    '{ "packages": { "": {}, "node_modules/a": { "version": "1.0.0" } } }',
  );
  writeFileSync(
    path.join(clone, "npm-cli.js"),
    `const fs = require("node:fs");
fs.appendFileSync("calls.log", process.argv.slice(2).join(" ") + "\\n");
console.log("words of npm");
if (fs.existsSync("offline")) { console.error("ENOTFOUND registry"); process.exit(1); }
const end = Date.now() + 300; while (Date.now() < end);
fs.mkdirSync("node_modules/.bin", { recursive: true });
fs.writeFileSync("node_modules/.bin/node", "");
`,
  );
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

type End = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function setUp(): Promise<End> {
  const script = path.join(clone, "scripts", "ensure-setup.mjs");
  const env = { PATH: process.env.PATH ?? "", npm_execpath: path.join(clone, "npm-cli.js") };
  const child = spawn(process.execPath, [script], { cwd: "/", env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

function npmCalls(): readonly string[] {
  const log = path.join(clone, "calls.log");
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
}

describe("ensure-setup", () => {
  it("installs once, by `npm ci`, and leaves standard output alone", async () => {
    const first = await setUp();
    expect(first).toMatchObject({ code: 0, stdout: "" });
    expect(first.stderr).toContain("words of npm");
    expect(await setUp()).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(npmCalls()).toEqual([expect.stringMatching(/^ci .*--include=dev/)]);
  });

  it("installs again when the lock file has changed", async () => {
    await setUp();
    writeFileSync(path.join(clone, "package-lock.json"), '{ "packages": {} }');
    expect((await setUp()).code).toBe(0);
    expect(npmCalls()).toHaveLength(2);
  });

  it("installs again when node_modules is gone", async () => {
    await setUp();
    rmSync(path.join(clone, "node_modules"), { recursive: true });
    expect((await setUp()).code).toBe(0);
    expect(npmCalls()).toHaveLength(2);
  });

  it("accepts what npm installed by hand, when it is what the lock file lists", async () => {
    writeInstalled("1.0.0");
    expect((await setUp()).code).toBe(0);
    expect(npmCalls()).toEqual([]);
  });

  it("does not accept another version that was installed by hand", async () => {
    writeInstalled("0.9.0");
    expect((await setUp()).code).toBe(0);
    expect(npmCalls()).toHaveLength(1);
  });

  it("installs once when started twice at a time", async () => {
    const ends = await Promise.all([setUp(), setUp(), setUp()]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(npmCalls()).toHaveLength(1);
  });

  it("says what to do when npm fails, and tries again the next time", async () => {
    writeFileSync(path.join(clone, "offline"), "");
    const { code, stdout, stderr } = await setUp();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("ENOTFOUND registry");
    expect(stderr).toContain("It needs the npm registry: check the network");
    expect(stderr).not.toContain("    at ");
    rmSync(path.join(clone, "offline"));
    expect((await setUp()).code).toBe(0);
  });
});

function writeInstalled(version: string): void {
  const modules = path.join(clone, "node_modules");
  mkdirSync(path.join(modules, ".bin"), { recursive: true });
  writeFileSync(path.join(modules, ".bin", "node"), "");
  writeFileSync(
    path.join(modules, ".package-lock.json"),
    JSON.stringify({ packages: { "node_modules/a": { version } } }),
  );
}
