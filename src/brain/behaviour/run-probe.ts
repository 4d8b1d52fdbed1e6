import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { z } from "zod";
import type { GateSpec } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { PlannedTarget, ProbePlan } from "./plan-probe.ts";

/** One call; loading a module, which may compile and read half a package; all of it, with a few calls that do not end. */
const CALL_MS = 500;
const LOAD_MS = 5_000;
const PROBE_MS = 20_000;
const MAX_OUTPUT_BYTES = 2 * 1024 * 1024;

/** Where a candidate is probed, and how long loading a module may take. */
type ProbeDeps = {
  readonly sandbox: Sandbox;
  readonly gate: GateSpec;
  readonly signal: AbortSignal;
  readonly loadMs?: number;
};

/** What a candidate does with the planned inputs, or why that cannot be seen. */
export type ProbeOutcome =
  | {
      readonly status: "probed";
      /** One text for each input of each target, in the plan's order. */
      readonly behaviours: readonly string[];
      /** Milliseconds within the calls, loading left out. */
      readonly callsMs: number;
    }
  | { readonly status: "not-probed"; readonly reason: string };

const answerSchema = z.object({
  results: z.array(z.union([z.string(), z.array(z.string())])),
  callsMs: z.number().nonnegative(),
});
type Answer = z.infer<typeof answerSchema>;

/**
 * Calls the planned functions in the sandbox, as its tree is now, by `support/probe.mjs` and `support/nightshift_probe.py`,
 * bounded in time and output. What comes back was made by the candidate's code: it compares candidates, and proves nothing.
 */
export async function runProbe(
  { targets }: Extract<ProbePlan, { status: "planned" }>,
  deps: ProbeDeps,
): Promise<ProbeOutcome> {
  const answers = new Map<PlannedTarget, string | readonly string[]>();
  let callsMs = 0;
  for (const runtime of ["node", "python"] as const) {
    const own = targets.filter((target) => target.runtime === runtime);
    if (own.length === 0) continue;
    const answer = await ask({ runtime, targets: own }, deps);
    if (typeof answer === "string") return { status: "not-probed", reason: answer };
    callsMs += answer.callsMs;
    for (const [index, target] of own.entries()) answers.set(target, answer.results[index] ?? "no answer");
  }
  const reasons = [...answers.values()].filter((answer) => typeof answer === "string");
  if (reasons.length === targets.length) return { status: "not-probed", reason: reasons[0] ?? "no target" };
  const behaviours = targets.flatMap((target) => {
    const answer = answers.get(target) ?? "no answer";
    return target.inputs.map((_, index) =>
      typeof answer === "string" ? answer : (answer[index] ?? "no answer"),
    );
  });
  return { status: "probed", behaviours, callsMs };
}

async function ask(
  { runtime, targets }: { readonly runtime: "node" | "python"; readonly targets: readonly PlannedTarget[] },
  { sandbox, gate, signal, loadMs = LOAD_MS }: ProbeDeps,
): Promise<Answer | string> {
  const token = randomUUID();
  const request = {
    token,
    callMs: CALL_MS,
    loadMs,
    root: sandbox.mountPath,
    targets: targets.map(({ path, name, inputs }) => ({
      path: posix.join(sandbox.mountPath, path),
      name,
      inputs,
    })),
  };
  const file = `probe-${token}.json`;
  await writeFile(join(sandbox.outDir, file), JSON.stringify(request));
  const script = posix.join(sandbox.supportPath, runtime === "node" ? "probe.mjs" : "nightshift_probe.py");
  try {
    const run = await sandbox.run({
      command: [
        runtime === "node" ? "node" : findPython(gate),
        script,
        posix.join(sandbox.outMountPath, file),
      ],
      cwd: gate.cwd,
      env: gate.env,
      timeoutMs: PROBE_MS,
      maxOutputBytes: MAX_OUTPUT_BYTES,
      signal,
    });
    const line = run.stdout.split("\n").findLast((text) => text.startsWith(`${token} `));
    if (line === undefined) return `${runtime} gave no answer (${run.status}, exit code ${run.exitCode})`;
    return readAnswer(line.slice(token.length + 1)) ?? `${runtime} gave an answer that cannot be read`;
  } finally {
    await rm(join(sandbox.outDir, file), { force: true });
  }
}

/** The interpreter that the gate itself uses: it has the project's packages. */
function findPython({ command }: GateSpec): string {
  const words = typeof command === "string" ? command.split(/\s+/) : command;
  return words.find((word) => /(^|\/)python[\d.]*$/.test(word)) ?? "python3";
}

function readAnswer(text: string): Answer | null {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
