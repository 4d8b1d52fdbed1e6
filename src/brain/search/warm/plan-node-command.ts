import type { GateSpec } from "../../../domain/gate.ts";

/** Options of Node that warm processes get as they are, and whether a value follows in a word of its own. */
const passed: Readonly<Record<string, boolean>> = {
  "--import": true,
  "--require": true,
  "-r": true,
  "--conditions": true,
  "-C": true,
  "--env-file": true,
  "--env-file-if-exists": true,
  "--no-warnings": false,
  "--disable-warning": true,
  "--max-old-space-size": true,
  "--stack-size": true,
  "--experimental-strip-types": false,
  "--expose-gc": false,
};

/** Options that change nothing here: what is reported, how files are spread over processes, how long a run may take. */
const idle: Readonly<Record<string, boolean>> = {
  "--test": false,
  "--test-reporter": true,
  "--test-reporter-destination": true,
  "--test-concurrency": true,
  "--test-timeout": true,
  "--test-force-exit": false,
  "--enable-source-maps": false,
};

/** Which Node to start and with which options, or why candidates cannot be run by memory, in a clause. */
export type NodeCommandPlan =
  | { readonly status: "planned"; readonly program: string; readonly nodeOptions: readonly string[] }
  | { readonly status: "unsuited"; readonly reason: string };

/** Reads the command of a node:test gate. What it does not know makes the gate unsuited, since tests may need it. Pure. */
export function planNodeCommand({ command, before }: Pick<GateSpec, "command" | "before">): NodeCommandPlan {
  if (before.length > 0) return unsuited("its tests need a build step");
  const words = typeof command === "string" ? splitPlain(command) : command;
  if (words === null) return unsuited("its command needs a shell");
  const [program = "", ...rest] = words;
  if (!/(?:^|\/)node$/.test(program)) return unsuited(`${program} is not Node`);
  const nodeOptions: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    if (!word.startsWith("-")) continue;
    const [name = ""] = word.split("=");
    const hasValue = passed[name] ?? idle[name];
    if (hasValue === undefined) return unsuited(`its command has ${name}`);
    const own = hasValue && !word.includes("=") ? [word, rest[at + 1] ?? ""] : [word];
    at += own.length - 1;
    if (name in passed) nodeOptions.push(...own);
  }
  return { status: "planned", program, nodeOptions };
}

/** The words of a command without anything that a shell would act on; null for others. */
function splitPlain(command: string): readonly string[] | null {
  return /^[\w\s./@:,={}+-]+$/.test(command) ? command.trim().split(/\s+/) : null;
}

function unsuited(reason: string): NodeCommandPlan {
  return { status: "unsuited", reason };
}
