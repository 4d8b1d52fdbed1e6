import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..");
const main = path.join(root, "cli", "main.ts");
/** Sources are compiled once for all starts. */
const compiled = path.join(root, "node_modules", ".cache", "nightshift-cli-tests");

/** How the command line ended, with all that it printed. */
export type CliEnd = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** What the command line is started with, besides its arguments. */
export type CliOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Sees standard error as it grows: the whole text so far, and a way to press Ctrl-C. */
  readonly onStderr?: (text: string, pressCtrlC: () => true) => void;
};

/**
 * Runs `nightshift` as a process of its own, as a person would: nothing of this process's environment but the search
 * path and the home folder, and no terminal.
 */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliEnd> {
  const { PATH = "", HOME = "/" } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd ?? "/",
      env: { PATH, HOME, LC_ALL: "C", NODE_COMPILE_CACHE: compiled, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own, which can be sent what a terminal sends to all of it.
      detached: true,
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      options.onStderr?.(stderr, () => process.kill(-(child.pid ?? 0), "SIGINT"));
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
