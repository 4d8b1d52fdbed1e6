import type { GateSpec } from "../domain/gate.ts";
import type { Locate } from "./check-values.ts";
import { configInvalid } from "./config-invalid.ts";
import type { ConfigPath, ConfigProblem } from "./config-problem.ts";
import { findGateProblems } from "./find-gate-problems.ts";
import { formatPath } from "./format-path.ts";
import { completeGate, gateOrders } from "./gate-defaults.ts";
import { instrumentCommand } from "./instrument-command.ts";
import type { GateConfig } from "./schema.ts";

/**
 * Configured gates as complete ones, in the order in which they run (equal ones as written). A command that starts a
 * known tool and names neither `format` nor `{report}` is rewritten so that its report can be read; `only`, `fix` and
 * `files` that are not given come from the tool.
 * @throws CONFIG_INVALID with every problem that the schema alone cannot see
 */
export function resolveGates(
  gates: readonly GateConfig[],
  { locate }: { readonly locate: Locate },
): readonly GateSpec[] {
  const resolved = gates.map(resolveGate);
  const problems = resolved.flatMap((spec, index) => {
    const earlier = resolved.slice(0, index);
    return findGateProblems(spec, { earlier, config: gates[index] }).map(
      ({ path, message }): ConfigProblem => {
        const full: ConfigPath = ["gates", index, ...path];
        return { source: locate(full, "value"), key: formatPath(full), message };
      },
    );
  });
  if (problems.length > 0) throw configInvalid(problems);
  return resolved.toSorted((left, right) => left.order - right.order);
}

function resolveGate(gate: GateConfig): GateSpec {
  const isOwnReport = gate.format !== undefined || JSON.stringify(gate.command).includes("{report}");
  const seen = instrumentCommand(gate.command);
  const tool = seen !== null && isFitting(gate, seen.tool) ? seen : null;
  const runner = gate.runner ?? tool?.tool.runner;
  const rewritten = tool !== null && !isOwnReport ? tool : null;
  const format = gate.format ?? tool?.tool.format ?? defaultFormat(gate);
  const only = gate.only ?? (isOwnReport ? undefined : tool?.only);
  const fix = gate.fix ?? (isOwnReport ? undefined : tool?.fix);
  const files = gate.files ?? rewritten?.files;
  const report =
    gate.report ?? rewritten?.report ?? (isOwnReport && hasReport(gate) ? "{report}" : undefined);
  return completeGate({
    name: gate.name,
    kind: gate.kind,
    command: rewritten?.command ?? gate.command,
    before: gate.before,
    cwd: normaliseFolder(gate.cwd),
    env: { ...rewritten?.env, ...gate.env },
    network: gate.network,
    timeoutMs: gate.timeoutMinutes * 60_000,
    isRequired: gate.required,
    order: gate.order ?? gateOrders[gate.kind],
    ...(files === undefined ? {} : { files }),
    ...(only === undefined ? {} : { only }),
    ...(fix === undefined ? {} : { fix }),
    ...(runner === undefined ? {} : { runner }),
    ...(format === undefined ? {} : { format }),
    ...(report === undefined ? {} : { report }),
    ...(gate.golden === undefined ? {} : { golden: withoutUndefined(gate.golden) }),
    ...(gate.benchmark === undefined ? {} : { benchmark: gate.benchmark }),
  });
}

/** A `command` gate that happens to start a test runner keeps its command: the exit code is all it asks for. */
function isFitting(gate: GateConfig, tool: { readonly kind: string; readonly runner?: string }): boolean {
  if (gate.runner !== undefined && gate.runner !== tool.runner) return false;
  const isFindings = (kind: string) => kind === "lint" || kind === "typecheck";
  return gate.kind === tool.kind || (isFindings(gate.kind) && isFindings(tool.kind));
}

function hasReport(gate: GateConfig): boolean {
  return JSON.stringify(gate.command).includes("{report}");
}

function defaultFormat(gate: GateConfig): GateSpec["format"] {
  return gate.kind === "lint" || gate.kind === "typecheck" ? "line-column" : undefined;
}

/** `./packages/a/` is `packages/a`. What leaves the repository is found later, and stays as it was written. */
function normaliseFolder(folder: string): string {
  const parts = folder.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 && !folder.startsWith("/")
    ? "."
    : `${folder.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

function withoutUndefined(golden: NonNullable<GateConfig["golden"]>): NonNullable<GateSpec["golden"]> {
  const { projects, stdout, expected, actual } = golden;
  return {
    projects,
    ...(stdout === undefined ? {} : { stdout }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}
