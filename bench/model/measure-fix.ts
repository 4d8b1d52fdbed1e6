import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { execa } from "execa";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { openScratch } from "../scratch.ts";
import { openEndpoint } from "./endpoint.ts";
import { bug, type FixStep, projectFiles } from "./fix-script.ts";
import { type TreeUse, watchTree } from "./watch-tree.ts";

/** A tool that mends the project with a model. */
export type FixTool = {
  readonly name: string;
  readonly steps: readonly FixStep[];
  /** Program, arguments and environment, for a project and an endpoint. `home` is an empty folder. */
  plan(place: { readonly dir: string; readonly home: string; readonly baseUrl: string }): {
    readonly argv: readonly [string, ...string[]];
    readonly env: Readonly<Record<string, string>>;
  };
  isSupervisor(commandLine: string): boolean;
  /** Text of the mended file, wherever the tool leaves it. */
  readMended(dir: string): Promise<string>;
};

/** What a whole fix took. */
export type FixUse = {
  readonly calls: number;
  /** By o200k, of what the model is told. */
  readonly firstTokens: number;
  readonly wholeTokens: number;
  readonly firstBytes: number;
  readonly wholeBytes: number;
  readonly wallMs: number;
  /** From the first request to the last reply. */
  readonly talkMs: number;
  /** CPU time of the tool's own processes, in all and while it talks. */
  readonly cpuMs: number;
  readonly talkCpuMs: number;
} & TreeUse;

/** Lets a tool mend a fresh copy of the project. Throws when it does not. */
export async function measureFix(tool: FixTool): Promise<FixUse> {
  await using scratch = await openScratch();
  const dir = path.join(scratch.path, "project");
  const home = path.join(scratch.path, "home");
  await mkdir(home);
  await writeProject(dir);
  let readCpuMs = (): number => 0;
  const cpu: { came: number | null; answered: number } = { came: null, answered: 0 };
  await using endpoint = await openEndpoint(tool.steps, (event) => {
    const now = readCpuMs();
    if (event === "came") cpu.came ??= now;
    else cpu.answered = now;
  });
  const { argv, env } = tool.plan({ dir, home, baseUrl: endpoint.baseUrl });
  const [program, ...args] = argv;
  const startMs = performance.now();
  const child = execa(program, args, {
    ...{ cwd: dir, stdin: "ignore", reject: false, extendEnv: false },
    env: { PATH: process.env.PATH ?? "", HOME: home, LC_ALL: "C", ...env },
  });
  const watch = watchTree(child.pid ?? 0, (commandLine) => tool.isSupervisor(commandLine));
  let cpuMs = 0;
  readCpuMs = () => (cpuMs = Math.max(cpuMs, watch.supervisorCpuMs()));
  const poll = setInterval(readCpuMs, 50);
  const { stdout, stderr } = await child;
  const wallMs = performance.now() - startMs;
  clearInterval(poll);
  const use = await watch.ended;
  if (!(await tool.readMended(dir)).includes(bug.new))
    throw new Error(`${tool.name} mended nothing:\n${stdout}\n${stderr}`);
  const { calls } = endpoint;
  const tokens = calls.map(({ told }) => countTokens(told, { disallowedSpecial: new Set<string>() }));
  return {
    calls: calls.length,
    firstTokens: tokens[0] ?? 0,
    wholeTokens: tokens.reduce((sum, count) => sum + count, 0),
    firstBytes: calls[0]?.bytes ?? 0,
    wholeBytes: calls.reduce((sum, { bytes }) => sum + bytes, 0),
    wallMs,
    talkMs: (calls.at(-1)?.answeredMs ?? 0) - (calls[0]?.cameMs ?? 0),
    cpuMs,
    talkCpuMs: cpu.answered - (cpu.came ?? 0),
    ...use,
  };
}

async function writeProject(dir: string): Promise<void> {
  for (const [name, content] of Object.entries(projectFiles)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  const identity = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"];
  await execa("git", ["init", "--quiet", "--initial-branch=main"], { cwd: dir });
  await execa("git", ["add", "--all"], { cwd: dir });
  await execa("git", [...identity, "commit", "--quiet", "--no-verify", "--message=pages"], { cwd: dir });
}

/** The mended file in the work tree. */
export async function readWorkTree(dir: string): Promise<string> {
  return await readFile(path.join(dir, bug.file), "utf8");
}
