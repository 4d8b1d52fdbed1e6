import {
  type Check,
  checkId,
  findingId,
  type GateResult,
  type LocatedFinding,
} from "../../../domain/gate.ts";
import { quotePath } from "./quote-path.ts";
import type { ToolContext } from "./tool.ts";

const MAX_CHARS = 3_000;
const MAX_FAILURES = 3;
const MAX_FINDINGS = 10;
const MAX_MESSAGE_CHARS = 600;
const MAX_STACK_CHARS = 500;
const MAX_LISTED = 5;

/** What a quick run of a gate says to a model: first of the item's targets, then what is worse, then the failures. Pure. */
export function describeGateRun(
  run: {
    readonly result: GateResult;
    /** The part that was run, if it was not all. */
    readonly only: string | null;
    readonly note: string | null;
  },
  { task, workspace }: Pick<ToolContext, "task" | "workspace">,
): string {
  const { result, only, note } = run;
  const { gate, reason, outputTail } = result;
  const what = only === null ? `Gate ${gate}` : `Gate ${gate} on ${quotePath(only)} alone`;
  const head = [
    ...(note === null ? [] : [note]),
    `${what}: ${result.status === "error" ? "no result" : result.status}; ${reason}.`,
  ];
  if (result.status === "error")
    return join([...head, "The end of what it printed:", takeEnd(outputTail, 2_000)]);
  const isItems = gate === task.item.gate;
  const body =
    result.findings.length > 0 || isAboutFindings(result)
      ? describeFindings(result.findings, isItems, { task, workspace })
      : describeChecks(result.checks, isItems, task);
  return join([...head, ...body, "This is a quick look; all gates judge the edits after finish."]);
}

function isAboutFindings({ kind }: Pick<GateResult, "kind">): boolean {
  return kind === "lint" || kind === "typecheck";
}

function describeChecks(
  checks: readonly Check[],
  isItems: boolean,
  { item, knownFailures }: ToolContext["task"],
): readonly string[] {
  const failed = checks.filter(({ status }) => status === "failed");
  const targets = new Set(item.targets);
  const isNew = (check: Check) => !knownFailures.has(checkId(check)) && !targets.has(checkId(check));
  const fresh = isItems ? failed.filter(isNew) : [];
  const open = isItems ? failed.filter((check) => targets.has(checkId(check))) : [];
  const others = failed.filter((check) => !fresh.includes(check) && !open.includes(check));
  const told = [...open, ...fresh, ...others].slice(0, MAX_FAILURES);
  return [
    ...(isItems ? describeTargets(checks, item.targets) : []),
    ...(fresh.length === 0 ? [] : [`Failing now and not before: ${listSome(fresh.map(nameCheck))}.`]),
    ...(isItems && others.length > 0 ? [`${others.length} failed before too.`] : []),
    ...told.map(describeFailure),
    ...(failed.length > told.length ? [`… and ${failed.length - told.length} more failures.`] : []),
  ];
}

function describeTargets(checks: readonly Check[], targets: readonly string[]): readonly string[] {
  const states = new Map(checks.map((check) => [checkId(check), check.status]));
  const ran = targets.filter((id) => states.has(id));
  const passing = ran.filter((id) => states.get(id) === "passed").length;
  const missing = targets.length - ran.length;
  return [
    `Of the ${targets.length} to mend, ${passing} ${passing === 1 ? "passes" : "pass"} now${missing === 0 ? "" : `, and ${missing} did not run`}.`,
  ];
}

function describeFailure(check: Check): string {
  const parts = [cut(check.message ?? "", MAX_MESSAGE_CHARS), cut(check.stack ?? "", MAX_STACK_CHARS)];
  return [`FAILED ${nameCheck(check)}`, ...parts.filter((part) => part !== "")].join("\n");
}

function describeFindings(
  findings: readonly LocatedFinding[],
  isItems: boolean,
  { task, workspace }: Pick<ToolContext, "task" | "workspace">,
): readonly string[] {
  const left = new Set(findings.map(findingId));
  const { targets } = task.item;
  const mended = targets.filter((id) => !left.has(id)).length;
  const edited = new Set(workspace.edits().map(({ path }) => path));
  const rank = (finding: LocatedFinding) =>
    isItems && targets.includes(findingId(finding)) ? 0 : edited.has(finding.file) ? 1 : 2;
  const told = findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_FINDINGS);
  const inEdited = findings.filter(({ file }) => edited.has(file)).length;
  return [
    ...(isItems
      ? [`Of the ${targets.length} to mend, ${mended} ${mended === 1 ? "is" : "are"} gone now.`]
      : []),
    ...(edited.size > 0 ? [`In the files that you changed: ${inEdited}.`] : []),
    ...told.map(({ file, line, rule, message }) => `${quotePath(file)}:${line} ${rule} ${cut(message, 200)}`),
    ...(findings.length > told.length ? [`… and ${findings.length - told.length} more.`] : []),
  ];
}

function nameCheck({ file, suite, name }: Check): string {
  return cut([file, suite, name].filter((part) => part !== "").join(" > "), 200);
}

function listSome(names: readonly string[]): string {
  const rest = names.length - MAX_LISTED;
  return `${names.slice(0, MAX_LISTED).join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}

function join(lines: readonly string[]): string {
  return cut(lines.join("\n"), MAX_CHARS);
}

function cut(text: string, maxChars: number): string {
  const plain = text.trim();
  return plain.length > maxChars
    ? `${plain.slice(0, maxChars)}… (${plain.length - maxChars} more characters)`
    : plain;
}

function takeEnd(text: string, maxChars: number): string {
  const plain = text.trim();
  return plain.length > maxChars ? `…${plain.slice(-maxChars)}` : plain;
}
