import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runLocally } from "../../../helpers/run-locally.ts";
import { openToolRig, type ToolRigInput } from "./tool-rig.ts";

const files = {
  "src/a.js": "export const total = 12;\nexport function sum(a, b) {\n  return a + b;\n}\n",
  "src/deep/b.ts": "import { sum } from '../a.js';\n",
  "-n": "sum of dashes\n",
  "sp ace/日本.txt": "sum in a far place\r\n",
  ".env.example": "SUM=1\n",
};

const hasRipgrep = (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, "rg")));
if (!hasRipgrep) console.warn("skipped: searching by ripgrep itself; it is not on this machine's PATH.");

describe("searching", () => {
  it("finds lines by a regular expression, with relative paths and the numbers of lines", async () => {
    await using rig = await openToolRig({ files });
    expect((await rig.done("search", { pattern: "\\bsum\\(\\w+,\\s" })).split("\n")).toEqual([
      "src/a.js:2: export function sum(a, b) {",
    ]);
    expect((await rig.done("search", { pattern: "sum", glob: null })).split("\n")).toEqual([
      "-n:1: sum of dashes",
      '"sp ace/日本.txt":1: sum in a far place',
      "src/a.js:2: export function sum(a, b) {",
      "src/deep/b.ts:1: import { sum } from '../a.js';",
    ]);
  });

  it("keeps to a glob", async () => {
    await using rig = await openToolRig({ files });
    expect(await rig.done("search", { pattern: "sum", glob: "*.ts" })).toMatch(/^src\/deep\/b\.ts:1:[^\n]*$/);
    expect(await rig.refused("search", { pattern: "sum", glob: "*.py" })).toContain(
      "No file matches the glob",
    );
  });

  it("sees the candidate's edits and new files", async () => {
    await using rig = await openToolRig({ files });
    await rig.workspace.write("src/a.js", "const renamed = 1;\n");
    await rig.workspace.write("src/new.js", "renamed too\n");
    expect((await rig.done("search", { pattern: "renamed" })).split("\n")).toHaveLength(2);
    expect(await rig.done("search", { pattern: "total" })).toBe("No line matches in 6 files.");
  });

  it("looks neither at what is not tracked nor behind links", async () => {
    await using rig = await openToolRig({ files, tracked: ["link", "folder"] });
    writeFileSync(join(rig.sandbox.dir, "untracked.js"), "root:x:0\n");
    symlinkSync("/etc/passwd", join(rig.sandbox.dir, "link"));
    symlinkSync("/etc", join(rig.sandbox.dir, "folder"));
    expect(await rig.done("search", { pattern: "^root:" })).toMatch(/^No line matches/);
  });

  it("searches for an invalid regular expression as plain text, and says so", async () => {
    await using rig = await openToolRig({ files });
    const text = await rig.done("search", { pattern: "sum(a, b" });
    expect(text).toContain("searched for as plain text");
    expect(text).toContain("src/a.js:2:");
  });

  it("takes a pattern for a pattern, whatever it begins with", async () => {
    await using rig = await openToolRig({ files: { ...files, "flags.txt": "use --count and -v\n" } });
    expect(await rig.done("search", { pattern: "--count" })).toBe("flags.txt:1: use --count and -v");
    expect(await rig.done("search", { pattern: "-v" })).toBe("flags.txt:1: use --count and -v");
    expect(await rig.done("search", { pattern: "-f/etc/passwd" })).toMatch(/^No line matches/);
  });

  it("refuses patterns that cannot match a line", async () => {
    await using rig = await openToolRig({ files });
    expect(await rig.refused("search", { pattern: " " })).toContain("is empty");
    expect(await rig.refused("search", { pattern: "a\nb" })).toContain("line break");
    expect(await rig.refused("search", { pattern: "a\0b" })).toContain("no text has");
    expect(await rig.refused("search", { pattern: "a".repeat(1001) })).toContain("longer than 1000");
    expect(await rig.refused("search", { pattern: "a", glob: "x".repeat(400) })).toContain("too long");
  });

  it("shows at most 50 matches, cuts long lines, and says that there are more", async () => {
    const many = { "many.txt": "match here\n".repeat(80), "wide.txt": `match ${"x".repeat(5000)}\n` };
    await using rig = await openToolRig({ files: many });
    const text = await rig.done("search", { pattern: "match", glob: "many.txt" });
    expect(text.split("\n")).toHaveLength(51);
    expect(text).toMatch(/… and more; use a narrower pattern or glob\.$/);
    expect((await rig.done("search", { pattern: "match", glob: "wide.txt" })).length).toBeLessThan(230);
  });

  it("reads files of any number, in several commands", async () => {
    const names = Array.from(
      { length: 1500 },
      (_, n) => `folder-with-a-long-name-${"x".repeat(250)}/${n}.txt`,
    );
    const commands: unknown[] = [];
    await using rig = await openToolRig({
      files: { "last.txt": "needle\n" },
      run: async ({ command }) => {
        commands.push(command);
        const isLast = command.includes("last.txt");
        return { ...ended(isLast ? "last.txt\x001:needle\n" : ""), exitCode: isLast ? 0 : 1 };
      },
    });
    const context = {
      ...rig.context,
      workspace: { ...rig.workspace, listFiles: async () => [...names, "last.txt"] },
    };
    const { search } = await import("../../../../src/brain/llm/tools/search.ts");
    const outcome = await search.run({ name: "search", arguments: '{"pattern":"needle"}' }, context);
    expect(outcome).toEqual({ status: "done", text: "last.txt:1: needle" });
    expect(commands.length).toBe(2);
  });

  it("gives up on a pattern that takes too long", async () => {
    await using rig = await openToolRig({ files, run: async () => ({ ...ended(""), status: "timed-out" }) });
    expect(await rig.refused("search", { pattern: "(a+)+$" })).toContain("took too long");
  });

  it("compares plainly where no program can search", async () => {
    const missing: ToolRigInput["run"] = async () => ({ ...ended(""), status: "not-found", exitCode: null });
    await using rig = await openToolRig({ files, run: missing });
    const text = await rig.done("search", { pattern: "sum(a" });
    expect(text).toContain("plain text");
    expect(text).toContain("src/a.js:2: export function sum(a, b) {");
  });

  it("asks ripgrep first, in a way that real ones understand", async () => {
    const asked: string[] = [];
    await using rig = await openToolRig({
      files,
      run: async (command) => {
        const [program = "", ...rest] = command.command;
        asked.push(program);
        if (program !== "rg") throw new Error(`${program} was asked`);
        expect(rest.slice(0, 3)).toEqual(["--no-config", "--no-heading", "--no-messages"]);
        return { ...ended("src/a.js\x003:  return a + b;\n"), exitCode: 0 };
      },
    });
    expect(await rig.done("search", { pattern: "return" })).toBe("src/a.js:3: return a + b;");
    expect(asked).toEqual(["rg"]);
  });

  it.skipIf(!hasRipgrep)("finds by ripgrep what it finds by grep", async () => {
    const sets = await Promise.all(
      [true, false].map(async (mayUseRipgrep) => {
        await using rig = await openToolRig({ files: { ...files, "b.bin": "sum\0" } });
        const { run } = rig.sandbox;
        rig.sandbox.run = async (command) =>
          mayUseRipgrep || command.command[0] !== "rg"
            ? run(command)
            : { ...ended(""), status: "not-found", exitCode: null };
        const patterns = ["sum", "^import\\b", "\\d+;", "sum(", "(?<=a )\\+", "not there"];
        return await Promise.all(patterns.map((pattern) => rig.done("search", { pattern })));
      }),
    );
    expect(sets[0]).toEqual(sets[1]);
    expect(sets[0]?.[2]).toBe("src/a.js:1: export const total = 12;");
  });

  it("ends with the campaign", async () => {
    const controller = new AbortController();
    await using rig = await openToolRig({
      files,
      signal: controller.signal,
      run: async (command) => {
        controller.abort(new Error("stopped"));
        return runLocally({ ...command, cwd: "/", env: { PATH: process.env.PATH ?? "" } });
      },
    });
    await expect(rig.call("search", { pattern: "x" })).rejects.toThrow("stopped");
  });
});

function ended(stdout: string) {
  return { status: "exited", exitCode: 0, stdout, stderr: "", isTruncated: false, durationMs: 1 } as const;
}
