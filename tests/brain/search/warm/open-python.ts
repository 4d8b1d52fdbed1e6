import type { BrainTask } from "../../../../src/brain/brain.ts";
import type {
  WarmCheck,
  WarmOutcome,
  WarmRunner,
  WarmSession,
} from "../../../../src/brain/search/warm/warm-session.ts";
import { checkId, type GateSpec } from "../../../../src/domain/gate.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";
import { openLocalSandbox } from "../../../helpers/local-sandbox.ts";
import { plainTask } from "../../../helpers/plain-task.ts";
import { searchDeps } from "../../../helpers/search-task.ts";

const report = [
  "-o",
  "junit_family=xunit1",
  "--junitxml={report}",
  "-p",
  "no:cacheprovider",
  "--maxfail=0",
  "--rootdir=.",
  "--continue-on-collection-errors",
];

/** The gates that detection would make, of whichever Python. */
export const pythonGates = {
  pytest: (python = "python3") => gateOf("pytest", [python, "-m", "pytest", ...report]),
  unittest: (python = "python3") => gateOf("unittest", [python, "{support}/unittest_report.py", "{report}"]),
};

function gateOf(runner: "pytest" | "unittest", command: GateSpec["command"]): GateSpec {
  return {
    ...{ name: "tests", kind: "tests", runner, format: runner, report: "{report}", command },
    ...{ before: [], cwd: ".", env: {}, network: "none", timeoutMs: 60_000, isRequired: true, order: 1 },
  };
}

/** Measures a project's base by the gate itself, and opens a warm session on its failures. */
export async function openPython(input: {
  readonly files: Readonly<Record<string, string>>;
  readonly gate: GateSpec;
  readonly runner: WarmRunner;
  readonly width?: number;
  /** Take the failures of all files as the item, or (`passing`) what passes. */
  readonly targets?: "failing" | "passing";
  /** Another sandbox with these files; it is disposed of with the session. */
  readonly sandbox?: Sandbox;
}) {
  const sandbox = input.sandbox ?? (await openLocalSandbox({ files: input.files }));
  const paths = Object.keys(input.files);
  const request = { spec: input.gate, sandbox, trackedFiles: paths, env: { PYTHONDONTWRITEBYTECODE: "1" } };
  const measured = await searchDeps.runGate(request);
  if (measured.status === "error") throw new Error(`${measured.reason}\n${measured.outputTail}`);
  const passing = measured.checks.filter(({ status }) => status === "passed");
  const failing = measured.checks.filter(({ status }) => status === "failed");
  const targets = input.targets === "passing" ? passing : failing;
  const task: BrainTask = {
    ...plainTask,
    item: {
      ...{
        id: "item",
        kind: "failing-test",
        gate: "tests",
        gateKind: "tests",
        title: "",
        signature: "",
        evidence: [],
      },
      files: [...new Set(targets.map(({ file }) => file))],
      targets: targets.map(checkId),
    },
    gate: input.gate,
    sandbox,
    editableFiles: paths.filter((path) => !/test|conftest/.test(path)),
    trackedFiles: paths,
    knownFailures: new Set(failing.map(checkId)),
    passingChecks: passing,
    signal: new AbortController().signal,
  };
  const opening = await input.runner.open(
    { task, width: input.width ?? 2 },
    { parser: createSourceParser() },
  );
  return {
    opening,
    sandbox,
    measured,
    session: (): WarmSession => {
      if (opening.status !== "open") throw new Error(opening.reason);
      return opening.session;
    },
    async [Symbol.asyncDispose]() {
      if (opening.status === "open") await opening.session[Symbol.asyncDispose]();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

/** Runs texts of one file as candidates. */
export async function runTexts(
  session: WarmSession,
  path: string,
  texts: readonly string[],
  fuel = 1_000_000,
): Promise<readonly WarmOutcome[]> {
  const outcomes: WarmOutcome[] = [];
  const requests = texts.map((content) => ({ edits: [{ path, mode: "100644" as const, content }], fuel }));
  for await (const outcome of session.run(requests)) outcomes.push(outcome);
  return outcomes;
}

/** Names of checks with this status; of an outcome that did not run, why. */
export function namesOf(outcome: WarmOutcome | undefined, status: WarmCheck["status"]): readonly string[] {
  if (outcome === undefined || outcome.status === "ended") return [`ended: ${outcome?.reason}`];
  return outcome.checks.filter((check) => check.status === status).map(({ name }) => name);
}
