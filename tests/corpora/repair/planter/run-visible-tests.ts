import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { RepairModule } from "../repair-bug.ts";

const root = resolve(import.meta.dirname, "../../../..");
const TIMEOUT_MS = 20_000;

/** How the visible suite came out; `ended` where it hung or did not load. */
export type VisibleRun = { readonly passed: number; readonly failed: number; readonly isEnded: boolean };

/** Runs a module's own tests on a tree in a folder of its own, without a sandbox: the code is the corpus's. */
export async function runVisibleTests(
  { runner }: Pick<RepairModule, "runner">,
  files: Readonly<Record<string, string>>,
): Promise<VisibleRun> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-plant-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const report = join(folder, "report.json");
    if (runner === "vitest") symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const argv =
      runner === "vitest"
        ? [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile=${report}`]
        : ["--test", "--test-reporter=tap", `--test-reporter-destination=${report}`];
    const isEnded = await run(argv, folder);
    return { ...readReport(report, runner), isEnded };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True where it had to be killed. */
function run(argv: readonly string[], cwd: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, argv, { cwd, stdio: "ignore", detached: true });
    let isKilled = false;
    const timer = setTimeout(() => {
      isKilled = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, TIMEOUT_MS);
    child.on("close", () => {
      clearTimeout(timer);
      done(isKilled);
    });
  });
}

function readReport(file: string, runner: string): Pick<VisibleRun, "passed" | "failed"> {
  let text = "";
  try {
    text = readFileSync(file, "utf8");
    if (runner === "vitest") {
      const { numPassedTests, numFailedTests } = JSON.parse(text) as Record<string, number>;
      return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
    }
  } catch {
    return { passed: 0, failed: 0 };
  }
  const read = (name: string) => Number(new RegExp(`^# ${name} (\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { passed: read("pass"), failed: read("fail") };
}
