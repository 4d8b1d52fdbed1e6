import { posix } from "node:path";
import { usageError } from "../../domain/errors.ts";
import type { Command, GateSpec } from "../../domain/gate.ts";
import { plainWord } from "../shell/plain-word.ts";
import { type ShellSegment, splitShell } from "../shell/split-shell.ts";
import { parseToolCall } from "../tools/parse-tool-call.ts";
import { describeRequirement } from "./describe-requirement.ts";
import { findMissing } from "./find-missing.ts";
import type { IsInstalled, ProjectReader, Requirement } from "./project.ts";

/** What the shell itself runs. */
const BUILT_IN = new Set(
  ". : [ alias break cd command continue echo eval exec exit export false if for printf pwd read return set shift test then trap true type ulimit umask unset wait while { !".split(
    " ",
  ),
);

/**
 * Checks that the program of every configured gate is there. A shell string is checked command by command as far as
 * it can be read; a program inside of the repository has to be tracked or installed.
 * @throws GATE_NOT_INSTALLED naming each gate, its program and how to install it
 */
export async function checkInstalled(
  gates: readonly GateSpec[],
  { project, isInstalled }: { readonly project: ProjectReader; readonly isInstalled: IsInstalled },
): Promise<void> {
  const tracked = new Set(project.files);
  const isThere: IsInstalled = async (requirement) =>
    (requirement.kind === "path" && tracked.has(requirement.path)) || (await isInstalled(requirement));
  const lines: { readonly text: string; readonly hint: string }[] = [];
  for (const gate of gates) {
    // What a build makes is not there yet when the campaign starts.
    if (gate.before.length > 0) continue;
    const missing = await findMissing(findRequirements(gate), isThere);
    if (missing === null) continue;
    const { name, hint } = describeRequirement(missing, project.files);
    lines.push({ text: `The gate ${gate.name} needs ${name}, which is not installed.`, hint });
  }
  if (lines.length === 0) return;
  throw usageError({
    code: "GATE_NOT_INSTALLED",
    message: lines.map(({ text }) => text).join("\n"),
    hint: `To go on, ${[...new Set(lines.map(({ hint }) => hint))].join("; ")}; or correct the gate's command.`,
  });
}

function findRequirements({ command, cwd }: GateSpec): readonly Requirement[] {
  return readSegments(command).flatMap((segment, index, segments) => {
    // After `cd` a relative path starts elsewhere.
    if (segments.slice(0, index).some(({ words }) => words[0]?.text === "cd")) return [];
    return readRequirement(segment, cwd);
  });
}

function readSegments(command: Command): readonly Pick<ShellSegment, "assignments" | "words">[] {
  if (typeof command === "string") return splitShell(command.replace(/\s2>&1\s*$/, "")) ?? [];
  return [{ assignments: [], words: command.map(plainWord) }];
}

function readRequirement(
  segment: Pick<ShellSegment, "assignments" | "words">,
  cwd: string,
): readonly Requirement[] {
  const word = segment.words[0];
  if (word === undefined || !word.isPlain || BUILT_IN.has(word.text) || /[{}]/.test(word.text)) return [];
  if (word.text.startsWith("/")) return [];
  if (word.text.includes("/")) return [{ kind: "path", path: posix.normalize(posix.join(cwd, word.text)) }];
  const program: Requirement = { kind: "program", name: word.text };
  const call = parseToolCall(segment);
  const isModule = call !== null && call.program[1]?.text === "-m" && call.name !== "unittest";
  if (!isModule) return [program];
  return [program, { kind: "python-module", python: word.text, module: call.name }];
}
