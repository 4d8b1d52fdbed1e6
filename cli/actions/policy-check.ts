import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type CheckedChange, checkChange } from "../../src/check-change.ts";
import { describeError, usageError } from "../../src/domain/errors.ts";
import type { ChangeSource } from "../../src/read-change.ts";
import { renderDenial } from "../../src/report/render-denial.ts";
import type { PolicyCheckOptions } from "../commands/policy.ts";
import type { ActionInput } from "../run-action.ts";

const DENIED = 1;

/** `nightshift policy check`: 0 when every rule allows the change, 1 when one denies it. */
export async function policyCheckAction({
  options,
  output,
}: ActionInput<PolicyCheckOptions>): Promise<number> {
  const source = await readSource(options);
  const { repo, config: configFile } = options;
  const checked = await checkChange({ repo, configFile, source, environment: process.env });
  const { verdict, base, head, files, rules } = checked;
  const denials = verdict.status === "denied" ? verdict.denials : [];
  output.result({
    json: { status: verdict.status, base, head, files, rules, denials, notes: verdict.notes },
    text: render(checked),
  });
  return verdict.status === "denied" ? DENIED : 0;
}

async function readSource({ range, diff, base }: PolicyCheckOptions): Promise<ChangeSource> {
  if (range !== undefined && diff === undefined && base === undefined) return { kind: "range", range };
  if (diff !== undefined && range === undefined) return { kind: "diff", bytes: await readDiff(diff), base };
  throw usageError({
    code: "NOTHING_TO_CHECK",
    message: "One change has to be named, as a range or as a diff.",
    hint: "Give either --range A..B, or --diff FILE (- for standard input) and with it --base COMMIT if need be.",
  });
}

async function readDiff(file: string): Promise<Buffer> {
  try {
    return file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    throw usageError({
      code: "DIFF_UNREADABLE",
      message: `The diff ${file} cannot be read: ${describeError(error)}`,
      hint: "Name a file that holds a unified diff, or - to read it from standard input.",
      cause: error,
    });
  }
}

function render({ verdict, base, files, rules }: CheckedChange): string {
  const on = `${count(files, "file")} on ${base.slice(0, 12)}, ${count(rules, "rule")}`;
  const notes = verdict.notes.map((note) => `note: ${renderDenial(note)}`);
  if (verdict.status === "allowed") return [...notes, `Allowed: ${on}.`].join("\n");
  const { denials } = verdict;
  const names = [...new Set(denials.map(({ rule }) => rule))];
  return [
    ...denials.map(renderDenial),
    ...notes,
    `Denied: ${count(denials.length, "denial")} by ${names.join(", ")}; ${on}.`,
    `Why a rule exists: nightshift policy explain ${names[0] ?? ""}`,
  ].join("\n");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
