import type { Command, GateSpec } from "../domain/gate.ts";
import type { ConfigPath } from "./config-problem.ts";
import type { GateConfig } from "./schema.ts";

type GateProblem = { readonly path: ConfigPath; readonly message: string };
type Context = {
  /** The gates ahead of this one. */
  readonly earlier: readonly GateSpec[];
  readonly config: GateConfig | undefined;
};

/** What makes a gate unusable although each of its values is valid; paths are relative to the gate. */
export function findGateProblems(spec: GateSpec, context: Context): readonly GateProblem[] {
  return [
    ...findNameProblems(spec, context),
    ...findKindProblems(spec),
    ...findReportProblems(spec, context),
    ...findPlaceholderProblems(spec),
    ...findFolderProblems(spec),
    ...findPatternProblems(spec),
  ];
}

function* findNameProblems({ name }: GateSpec, { earlier }: Context): Iterable<GateProblem> {
  if (earlier.some((other) => other.name === name)) {
    yield { path: ["name"], message: `a gate named ${JSON.stringify(name)} is there already` };
  }
}

function* findKindProblems(spec: GateSpec): Iterable<GateProblem> {
  if (spec.kind === "golden" && spec.golden === undefined) {
    yield { path: [], message: "a golden gate needs `golden:` with its `projects`" };
  }
  if (spec.kind === "benchmark" && spec.benchmark === undefined) {
    yield { path: [], message: "a benchmark gate needs `benchmark:` with a `pattern`" };
  }
  if (spec.kind === "validate" && spec.files === undefined) {
    yield { path: [], message: "a validate gate needs `files:`, the globs that its command runs for" };
  }
  for (const section of ["golden", "benchmark"] as const) {
    if (spec[section] !== undefined && spec.kind !== section) {
      yield {
        path: [section],
        message: `only a ${section} gate takes \`${section}:\`; this one is ${spec.kind}`,
      };
    }
  }
  if (spec.golden !== undefined && spec.golden.stdout === undefined && spec.golden.expected === undefined) {
    yield { path: ["golden"], message: "needs `stdout` or `expected`, or there is nothing to compare" };
  }
  if (spec.golden?.expected !== undefined && spec.golden.actual === undefined) {
    yield {
      path: ["golden"],
      message: "`expected` needs `actual`, the folder where the command leaves its files",
    };
  }
}

function* findReportProblems(spec: GateSpec, { config }: Context): Iterable<GateProblem> {
  if (spec.kind === "tests" && spec.format === undefined) {
    const message =
      config?.runner === undefined
        ? "no known test runner is seen in this command; give `format`, and have the report printed or written to {report}"
        : `the command does not show how ${config.runner} is started; start it directly, or give \`format\` and have the report printed or written to {report}`;
    yield { path: ["command"], message };
  }
  const isReportUsed = spec.report === "{report}";
  if (isReportUsed && !hasPlaceholder(spec.command, "report")) {
    yield { path: ["report"], message: "is {report}, which the command does not use" };
  }
}

function* findPlaceholderProblems(spec: GateSpec): Iterable<GateProblem> {
  const isForEachFile = spec.files !== undefined;
  if (isForEachFile && !hasPlaceholder(spec.command, "file")) {
    yield { path: ["command"], message: "`files:` is given, but the command does not use {file}" };
  }
  if (!isForEachFile && hasPlaceholder(spec.command, "file")) {
    yield { path: ["command"], message: "uses {file}, but the gate has no `files:`" };
  }
  for (const key of ["only", "fix"] as const) {
    const command = spec[key];
    if (command !== undefined && !hasPlaceholder(command, "file")) {
      yield { path: [key], message: "does not use {file}" };
    }
  }
  for (const name of ["name", "namePattern"]) {
    if (hasPlaceholder(spec.command, name)) {
      yield { path: ["command"], message: `uses {${name}}, which only \`only:\` has` };
    }
  }
}

function* findFolderProblems({ cwd }: GateSpec): Iterable<GateProblem> {
  if (cwd.startsWith("/") || cwd.split("/").includes("..")) {
    yield { path: ["cwd"], message: `${JSON.stringify(cwd)} is not a folder inside of the repository` };
  }
}

function* findPatternProblems({ benchmark }: GateSpec): Iterable<GateProblem> {
  if (benchmark === undefined) return;
  try {
    // An alternative that matches nothing makes the group count visible.
    const groups = new RegExp(`${benchmark.pattern}|`).exec("")?.length ?? 1;
    if (groups < 2) {
      yield { path: ["benchmark", "pattern"], message: "has no group, (…), around the number" };
    }
  } catch {
    yield {
      path: ["benchmark", "pattern"],
      message: `${JSON.stringify(benchmark.pattern)} is not a regular expression`,
    };
  }
}

function hasPlaceholder(command: Command, name: string): boolean {
  const words = typeof command === "string" ? [command] : command;
  return words.some((word) => word.includes(`{${name}}`));
}
