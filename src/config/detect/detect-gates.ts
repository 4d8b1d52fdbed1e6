import { usageError } from "../../domain/errors.ts";
import type { Command, GateSpec } from "../../domain/gate.ts";
import { describeRequirement } from "./describe-requirement.ts";
import { findMissing } from "./find-missing.ts";
import { detectGo } from "./go.ts";
import { detectMake } from "./make.ts";
import { detectNode } from "./node.ts";
import type { Detection, DetectionInput, Detector, FoundGate, Requirement } from "./project.ts";
import { detectPython } from "./python.ts";
import { detectRust } from "./rust.ts";

const DETECTORS: readonly Detector[] = [detectNode, detectPython, detectGo, detectRust];

/** The gates that were detected, in the order in which they run, and a line about each for people. */
export type DetectedGates = {
  readonly gates: readonly GateSpec[];
  readonly notes: readonly string[];
  /** By a gate's name, the command as a person would write it into the config. */
  readonly written: ReadonlyMap<string, Command>;
};

/**
 * Finds the gates of a repository without configuration, by its tracked files and by what is installed. A gate whose
 * tool is not installed is left out with a note.
 * @throws NO_GATES when nothing is recognised; GATE_NOT_INSTALLED when nothing of what is recognised is installed
 */
export async function detectGates(input: DetectionInput): Promise<DetectedGates> {
  const detections = await Promise.all(DETECTORS.map((detect) => detect(input)));
  const first = merge(detections);
  const { found, notes } = first.found.length > 0 ? first : merge([first, await detectMake(input)]);
  if (found.length === 0) throw noGates(notes);
  const checked = await Promise.all(
    nameUniquely(found).map(async (gate) => ({
      gate,
      missing: await findMissing(gate.requires, input.isInstalled),
    })),
  );
  const installed = checked.filter(({ missing }) => missing === null).map(({ gate }) => gate);
  const absent = checked.flatMap(({ gate, missing }) => (missing === null ? [] : [{ gate, missing }]));
  if (installed.length === 0) throw notInstalled(absent, input.project.files);
  const absentNotes = absent.map(({ gate, missing }) => {
    const { name, hint } = describeRequirement(missing, input.project.files);
    return `${gate.spec.name}: left out, since ${name} is not installed; ${hint} to have it`;
  });
  return {
    gates: installed.map(({ spec }) => spec).toSorted((left, right) => left.order - right.order),
    written: new Map(installed.map(({ spec, written }) => [spec.name, written])),
    notes: [...installed.map(({ spec, reason }) => `${spec.name}: ${reason}`), ...absentNotes, ...notes],
  };
}

function merge(detections: readonly Detection[]): Detection {
  return {
    found: detections.flatMap(({ found }) => found),
    notes: detections.flatMap(({ notes }) => notes),
  };
}

/** Two tools may give a gate one name; the name is what reports and memory know a gate by. */
function nameUniquely(found: readonly FoundGate[]): readonly FoundGate[] {
  const taken = new Set<string>();
  return found.map((gate) => {
    const { runner, format } = gate.spec;
    let name = gate.spec.name;
    for (let number = 1; taken.has(name); number += 1) {
      name = `${gate.spec.name}:${runner ?? format ?? gate.spec.kind}${number > 1 ? `-${number}` : ""}`;
    }
    taken.add(name);
    return { ...gate, spec: { ...gate.spec, name } };
  });
}

function noGates(notes: readonly string[]) {
  return usageError({
    code: "NO_GATES",
    message: ["No gate is configured, and none is detected in this repository.", ...notes].join("\n"),
    hint: [
      "Name a command that proves the project in .github/nightshift.yml, for example:",
      "gates:",
      "  - name: tests",
      "    kind: tests",
      "    command: node --test",
    ].join("\n"),
  });
}

function notInstalled(
  absent: readonly { readonly gate: FoundGate; readonly missing: Requirement }[],
  files: readonly string[],
) {
  const lines = absent.map(({ gate, missing }) => {
    const { name, hint } = describeRequirement(missing, files);
    return {
      text: `The gate ${gate.spec.name} (${gate.reason}) needs ${name}, which is not installed.`,
      hint,
    };
  });
  return usageError({
    code: "GATE_NOT_INSTALLED",
    message: lines.map(({ text }) => text).join("\n"),
    hint: `To go on, ${[...new Set(lines.map(({ hint }) => hint))].join(", or ")}.`,
  });
}
