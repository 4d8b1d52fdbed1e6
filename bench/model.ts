import path from "node:path";
import { execa } from "execa";
import { fetchCodex } from "./model/fetch-codex.ts";
import { bug, codexSteps, nightshiftSteps } from "./model/fix-script.ts";
import { type FixTool, type FixUse, measureFix, readWorkTree } from "./model/measure-fix.ts";
import type { BenchResult } from "./result.ts";

const root = path.join(import.meta.dirname, "..");

/** Nightshift's command line as its package has it, or from its sources. */
function nightshift(main: string): FixTool {
  return {
    name: "nightshift",
    steps: nightshiftSteps,
    plan: ({ baseUrl }) => ({
      argv: [
        ...([
          process.execPath,
          path.join(root, main),
          "run",
          "--brain",
          "llm",
          "--method",
          "direct",
        ] as const),
        ...["--provider", "custom", "--base-url", baseUrl, "--model", "bench"],
      ],
      env: {},
    }),
    isSupervisor: (commandLine) => commandLine.includes(main),
    readMended: async (dir) =>
      (await execa("git", ["show", `nightshift/master:${bug.file}`], { cwd: dir, reject: false })).stdout,
  };
}

/** Codex without its sandbox, which leaves it less to do; it is told what fails, as Nightshift finds out itself. */
function codex(program: string): FixTool {
  return {
    name: "codex",
    steps: codexSteps,
    plan: ({ home, baseUrl }) => ({
      argv: [
        ...([program, "exec", "--dangerously-bypass-approvals-and-sandbox"] as const),
        ...["-c", 'model="bench"', "-c", 'model_provider="bench"'],
        ...["-c", `model_providers.bench={name="bench",base_url="${baseUrl}",wire_api="responses"}`],
        bug.request,
      ],
      env: { CODEX_HOME: home },
    }),
    isSupervisor: (commandLine) => commandLine.includes("codex"),
    readMended: readWorkTree,
  };
}

/** The same fix by the same script, by Nightshift and by `@openai/codex`, in turns. Nothing where that cannot be had. */
export async function benchModel({ rounds = 5, isBuilt = true } = {}): Promise<readonly BenchResult[]> {
  const fetched = await fetchCodex();
  if (fetched.status === "unavailable") {
    console.error(`model: skipped, ${fetched.reason}`);
    return [];
  }
  if (isBuilt) await execa(process.execPath, ["scripts/build.mjs"], { cwd: root });
  const tools = [nightshift(isBuilt ? "lib/cli/main.js" : "cli/main.ts"), codex(fetched.program)] as const;
  const uses: readonly [FixUse[], FixUse[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [index, tool] of tools.entries()) uses[index]?.push(await measureFix(tool));
  return compare(...uses, fetched.version);
}

type Row = {
  readonly what: string;
  readonly unit: string;
  readonly bound: number;
  read(use: FixUse): number;
};

const rows: readonly Row[] = [
  { what: "tokens of the first request", unit: "", bound: 0.25, read: (use) => use.firstTokens },
  { what: "tokens of all requests", unit: "", bound: 0.25, read: (use) => use.wholeTokens },
  { what: "bytes of all requests", unit: "", bound: 0.25, read: (use) => use.wholeBytes },
  { what: "calls", unit: "", bound: 1, read: (use) => use.calls },
  {
    what: "supervisor's CPU a step, while it talks",
    unit: " ms",
    bound: 2,
    read: (use) => use.talkCpuMs / use.calls,
  },
  { what: "wall, first request to last reply", unit: " ms", bound: 1, read: (use) => use.talkMs },
  { what: "wall, the whole program", unit: " ms", bound: 1, read: (use) => use.wallMs },
  {
    what: "wall, without runs of the tests",
    unit: " ms",
    bound: 1,
    read: (use) => use.wallMs - use.testsMs,
  },
  { what: "peak memory of the supervisor", unit: " MiB", bound: 1, read: (use) => use.supervisorMb },
  { what: "peak memory of the process tree", unit: " MiB", bound: 1, read: (use) => use.treeMb },
];

function compare(
  ours: readonly FixUse[],
  theirs: readonly FixUse[],
  version: string,
): readonly BenchResult[] {
  return rows.map(({ what, unit, bound, read }) => {
    const [own, other] = [median(ours.map(read)), median(theirs.map(read))];
    return {
      name: `a model's fix: ${what}`,
      measured: `${Math.round(own)}${unit}`,
      against: `codex ${version}: ${Math.round(other)}${unit}`,
      ratio: own / other,
      bound,
    };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
