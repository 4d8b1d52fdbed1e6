import { posix } from "node:path";
import type { GoldenExpectation } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { describeDifference } from "./describe-difference.ts";
import { fillCommand } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { runTool, type ToolRun } from "./run-tool.ts";
import { takeTail } from "./take-tail.ts";

/** One golden project: as expected, not as expected, or no evidence. */
export type GoldenEnd =
  | { readonly status: "passed" }
  | { readonly status: "failed"; readonly message: string; readonly output: string }
  | { readonly status: "error"; readonly reason: string; readonly run?: ToolRun };

/** What a project expects of a path; `stdout` stands for the standard output. */
type Expected = { readonly path: string; readonly content: Buffer; readonly from: "stdout" | "file" };

/** Longer output is no evidence, since its middle is cut. */
const MAX_STDOUT_BYTES = 8 * 1024 * 1024;

/** Runs the command in a project's folder and compares. `project` is relative to the repository's root. */
export async function runGoldenProject(
  input: {
    readonly project: string;
    readonly golden: GoldenExpectation;
    readonly trackedFiles: readonly string[];
    /** Milliseconds; one that takes longer has failed. */
    readonly shareMs: number | null;
  },
  context: GateContext,
): Promise<GoldenEnd> {
  const { spec, sandbox } = context;
  // Read ahead of the run: a command that writes its own expectation must not be measured by it.
  const expected = await readExpected(input, sandbox);
  if (expected.status === "error") return expected;
  await removeOutputs(expected.files, sandbox);
  const command = fillCommand(spec.command, { support: sandbox.supportPath, file: "." });
  const { project: cwd, shareMs } = input;
  const run = await runTool({ command, cwd, shareMs, maxOutputBytes: MAX_STDOUT_BYTES }, context);
  const output = `${run.stdout}${run.stderr}`;
  if (run.status === "error" && run.isOverShare) return { status: "failed", message: run.reason, output };
  if (run.status === "error") return { status: "error", reason: run.reason, run };
  if (run.isTruncated) return { status: "error", reason: "printed too much to be compared", run };
  const problems: string[] = [];
  if (run.exitCode !== 0)
    problems.push(`exit code ${run.exitCode}: ${takeTail(run.stderr || run.stdout, 1500)}`);
  for (const { path, content, from } of expected.files) {
    const actual = from === "stdout" ? Buffer.from(run.stdout) : await sandbox.read(path);
    if (actual === null) problems.push(`${path} was not written`);
    else if (!actual.equals(content)) problems.push(describeDifference(path, content, actual));
  }
  if (problems.length === 0) return { status: "passed" };
  return { status: "failed", message: problems.join("\n").slice(0, 4096), output };
}

async function readExpected(
  { project, golden, trackedFiles }: Parameters<typeof runGoldenProject>[0],
  sandbox: Pick<Sandbox, "read">,
): Promise<{ status: "read"; files: readonly Expected[] } | { status: "error"; reason: string }> {
  const files: Expected[] = [];
  if (golden.stdout !== undefined) {
    const path = posix.join(project, golden.stdout);
    const content = await sandbox.read(path);
    if (content === null) return { status: "error", reason: `the expected output ${path} is missing` };
    files.push({ path, content, from: "stdout" });
  }
  if (golden.expected !== undefined) {
    const folder = `${joinFolder(project, golden.expected)}/`;
    const actual = joinFolder(project, golden.actual ?? ".");
    if (`${actual}/` === folder) return { status: "error", reason: `${actual} is both expected and actual` };
    const paths = trackedFiles.filter((path) => path.startsWith(folder));
    if (paths.length === 0)
      return { status: "error", reason: `no tracked file is beneath the expected ${folder}` };
    for (const path of paths) {
      const content = await sandbox.read(path);
      if (content === null) return { status: "error", reason: `the expected file ${path} is missing` };
      files.push({ path: posix.join(actual, path.slice(folder.length)), content, from: "file" });
    }
  }
  return { status: "read", files };
}

function joinFolder(project: string, folder: string): string {
  return posix.join(project, folder).replace(/\/$/, "");
}

/** What an earlier run left, or what is tracked, must not stand for what this run writes. */
async function removeOutputs(
  files: readonly Expected[],
  sandbox: Pick<Sandbox, "read" | "apply">,
): Promise<void> {
  for (const { path, from } of files) {
    if (from === "file" && (await sandbox.read(path)) !== null) {
      await sandbox.apply([{ path, mode: "100644", content: null }]);
    }
  }
}
