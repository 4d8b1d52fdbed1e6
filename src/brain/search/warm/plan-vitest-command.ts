import type { GateSpec } from "../../../domain/gate.ts";

/** Options that vitest takes from its API as well, by their names there. */
const passed: Readonly<Record<string, string>> = {
  "--config": "config",
  "-c": "config",
  "--root": "root",
  "-r": "root",
  "--dir": "dir",
  "--project": "project",
  "--environment": "environment",
  "--testTimeout": "testTimeout",
  "--hookTimeout": "hookTimeout",
};
const flags: Readonly<Record<string, string>> = { "--globals": "globals", "--dom": "dom" };

/** Options that change nothing here: what is reported, how files are spread, when a run ends; and whether a word follows. */
const idle: Readonly<Record<string, boolean>> = {
  "--reporter": true,
  "--outputFile": true,
  "--bail": true,
  "--retry": true,
  "--pool": true,
  "--maxWorkers": true,
  "--minWorkers": true,
  "--run": false,
  "--coverage.enabled": false,
  "--no-coverage": false,
  "--no-file-parallelism": false,
  "--passWithNoTests": false,
  "--no-color": false,
  "--silent": false,
};

/** What vitest is started with, or why candidates cannot be run by memory, in a clause. */
export type VitestCommandPlan =
  | { readonly status: "planned"; readonly options: Readonly<Record<string, string | number | boolean>> }
  | { readonly status: "unsuited"; readonly reason: string };

/** Reads the command of a vitest gate. What it does not know makes the gate unsuited, since tests may need it. Pure. */
export function planVitestCommand({
  command,
  before,
}: Pick<GateSpec, "command" | "before">): VitestCommandPlan {
  if (before.length > 0) return unsuited("its tests need a build step");
  const words = typeof command === "string" ? splitPlain(command) : command;
  if (words === null) return unsuited("its command needs a shell");
  const program = words.findIndex((word) => /(?:^|\/)vitest(?:\.mjs)?$/.test(word));
  if (program === -1 || words.slice(0, program).some((word) => !/^(?:npx|node|pnpm|exec|--no)$/.test(word)))
    return unsuited("its command starts something else than vitest");
  const options: Record<string, string | number | boolean> = {};
  const rest = words.slice(program + 1);
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? "";
    if (!word.startsWith("-")) continue;
    const [name = "", ...given] = word.split("=");
    const known = passed[name];
    const flag = flags[name];
    const hasValue = known !== undefined || idle[name] === true;
    const value = given.length > 0 ? given.join("=") : hasValue ? (rest[at + 1] ?? "") : "";
    if (hasValue && given.length === 0) at += 1;
    if (known !== undefined) options[known] = /Timeout$/.test(known) ? Number(value) : value;
    else if (flag !== undefined) options[flag] = true;
    else if (idle[name] === undefined) return unsuited(`its command has ${name}`);
  }
  return { status: "planned", options };
}

/** The words of a command without anything that a shell would act on; null for others. */
function splitPlain(command: string): readonly string[] | null {
  return /^[\w\s./@:,={}+-]+$/.test(command) ? command.trim().split(/\s+/) : null;
}

function unsuited(reason: string): VitestCommandPlan {
  return { status: "unsuited", reason };
}
