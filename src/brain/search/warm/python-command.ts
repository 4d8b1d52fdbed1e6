import { posix } from "node:path";
import type { WarmOpenInput } from "./warm-session.ts";

/** Never written: the server does not come to the end at which a runner writes its report. */
const REPORT = "nightshift-warm-report";
const plain = /^[\w@%+=:,./-]*$/;

/** A gate's command with its placeholders filled in, or why it cannot be, in a clause. */
export type PythonCommand =
  | { readonly status: "planned"; readonly command: string | readonly string[] }
  | { readonly status: "unsuited"; readonly reason: string };

/** The command of a gate that runs all of its tests at once; of one that runs file by file, that of the item's file. Pure. */
export function fillPythonCommand({
  gate,
  sandbox,
  item,
}: Pick<WarmOpenInput["task"], "gate" | "sandbox" | "item">): PythonCommand {
  if (gate.before.length > 0) return { status: "unsuited", reason: "its tests need a build step" };
  const [file = ""] = item.files;
  const values: Readonly<Record<string, string>> = {
    report: posix.join(sandbox.outMountPath, REPORT),
    support: sandbox.supportPath,
    ...(gate.files === undefined ? {} : { file: posix.relative(gate.cwd, file) }),
  };
  const fill = (word: string) =>
    word.replace(/(?<!\$)\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  if (typeof gate.command !== "string") return { status: "planned", command: gate.command.map(fill) };
  const odd = Object.values(values).find((value) => !plain.test(value));
  if (odd !== undefined) return { status: "unsuited", reason: `its command would need quotes around ${odd}` };
  return { status: "planned", command: fill(gate.command) };
}
