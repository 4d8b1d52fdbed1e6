import { isDeepStrictEqual } from "node:util";
import { Document, isCollection, visit } from "yaml";
import type { z } from "zod";
import type { Command, GateSpec } from "../domain/gate.ts";
import { completeGate } from "./gate-defaults.ts";
import { resolveGates } from "./resolve-gates.ts";
import { type GateConfig, gateConfigSchema } from "./schema.ts";

type GateInput = z.input<typeof gateConfigSchema>;

/**
 * The text of a commented starter config: the detected gates as a person would write them, and the other settings
 * that people change first, commented out. Parsed and resolved it gives the very same gates.
 */
export function initConfig(input: {
  readonly gates: readonly GateSpec[];
  /** By a gate's name, its command as a person would write it. */
  readonly written: ReadonlyMap<string, Command>;
  /** What detection said, shown as comments. */
  readonly notes: readonly string[];
}): string {
  const gates = input.gates.map((gate) => writeGate(gate, input.written.get(gate.name)));
  return [
    "# Configuration of Nightshift. Every key has a default: `nightshift config show` prints the effective values.",
    "",
    "# What this campaign is for, in a sentence.",
    "# goal: Make every test pass",
    "",
    "# The files that may be improved; all sources without it.",
    "# focus:",
    "#   - src/**",
    "",
    "# A campaign stops at the first of these.",
    "# stop:",
    "#   maxCycles: 10",
    "#   maxHours: 4",
    "#   convergence: 3",
    "",
    ...renderNotes(input.notes),
    "# What decides: a candidate is kept only when it breaks none of these and fixes something.",
    ...(gates.length === 0 ? ["# gates: []"] : [renderGates(gates).trimEnd()]),
    "",
    "# Commands that install what the gates need, run once for each state of the lock files, with network.",
    "# sandbox:",
    "#   setup:",
    "#     - npm ci",
    "",
  ].join("\n");
}

/** The shortest form that resolves to the gate; the full one where none does. */
function writeGate(gate: GateSpec, written: Command | undefined): GateInput {
  const base = { name: gate.name, kind: gate.kind, ...describeCircumstances(gate) };
  const env = Object.keys(gate.env).length === 0 ? {} : { env: { ...gate.env } };
  const forms: GateInput[] = [written, gate.command]
    .filter((command) => command !== undefined)
    .flatMap((command) => [
      { ...base, command: copy(command) },
      { ...base, command: copy(command), ...env },
      {
        ...base,
        command: copy(command),
        ...env,
        ...(gate.files === undefined ? {} : { files: [...gate.files] }),
      },
    ]);
  return (
    forms.find((form) => isDeepStrictEqual(resolve(form), gate)) ?? { ...base, ...env, ...spellOut(gate) }
  );
}

/** What differs from the defaults about where and how a gate runs. */
function describeCircumstances(gate: GateSpec): Partial<GateInput> {
  const usual = completeGate({ name: gate.name, kind: gate.kind, command: gate.command });
  return {
    ...(gate.cwd === usual.cwd ? {} : { cwd: gate.cwd }),
    ...(gate.before.length === 0 ? {} : { before: [...gate.before] }),
    ...(gate.network === usual.network ? {} : { network: gate.network }),
    ...(gate.timeoutMs === usual.timeoutMs ? {} : { timeoutMinutes: gate.timeoutMs / 60_000 }),
    ...(gate.isRequired ? {} : { required: false }),
    ...(gate.order === usual.order ? {} : { order: gate.order }),
  };
}

function spellOut(gate: GateSpec): Pick<GateInput, "command"> & Partial<GateInput> {
  const { command, only, fix, files, runner, format, report, golden, benchmark } = gate;
  return {
    command: copy(command),
    ...(runner === undefined ? {} : { runner }),
    ...(format === undefined ? {} : { format }),
    ...(report === undefined || report === "{report}" ? {} : { report }),
    ...(files === undefined ? {} : { files: [...files] }),
    ...(only === undefined ? {} : { only: copy(only) }),
    ...(fix === undefined ? {} : { fix: copy(fix) }),
    ...(golden === undefined ? {} : { golden }),
    ...(benchmark === undefined ? {} : { benchmark }),
  };
}

function resolve(form: GateInput): GateSpec | undefined {
  const config: GateConfig = gateConfigSchema.parse(form);
  try {
    return resolveGates([config], { locate: () => ({ kind: "flag", name: "init" }) })[0];
  } catch {
    return undefined;
  }
}

function copy(command: Command): string | string[] {
  return typeof command === "string" ? command : [...command];
}

function renderNotes(notes: readonly string[]): readonly string[] {
  if (notes.length === 0) return [];
  return ["# Detected:", ...notes.flatMap((note) => note.split("\n")).map((line) => `#   ${line}`), ""];
}

function renderGates(gates: readonly GateInput[]): string {
  const document = new Document({ gates });
  // A list of words reads best on one line; the list of gates does not.
  visit(document, {
    Seq: (_, node) => {
      if (!node.items.some(isCollection)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
