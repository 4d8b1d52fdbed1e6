import { posix } from "node:path";
import type { Command, ParsedReport, ReportFormat } from "../domain/gate.ts";
import { dropNameOption } from "./drop-name-option.ts";
import { fillCommand, fillText, type Placeholders } from "./fill-command.ts";
import type { GateContext, OnlyCheck } from "./gate-context.ts";
import { globFiles } from "./glob-files.ts";
import { keepGoing } from "./keep-going.ts";
import { nameCheck } from "./name-check.ts";
import { openReport } from "./open-report.ts";
import { buildFileCheck } from "./parsers/file-check.ts";
import { reportParsers } from "./parsers/registry.ts";
import type { ReportParser } from "./parsers/report-parser.ts";
import { relativeToFolder } from "./relative-to-folder.ts";
import { runTool, type ToolRun } from "./run-tool.ts";
import { runnerTraits } from "./runner-traits.ts";
import { shareTime } from "./share-time.ts";

/** A run of a gate's tool that ended by itself, with its readable report. */
export type ReportedRun = {
  /** The file of this run, relative to the repository's root; absent when the tool ran once for all. */
  readonly file?: string;
  readonly exitCode: number;
  readonly report: Exclude<ParsedReport, { status: "unreadable" }>;
  readonly run: ToolRun;
};

/** All runs of a gate's tool, or the first that is no evidence. */
export type Reports =
  | { readonly status: "reported"; readonly runs: readonly ReportedRun[] }
  | { readonly status: "error"; readonly reason: string; readonly run?: ToolRun };

/**
 * Runs a gate's tool, once or once for each file, and reads what it reports. Any run without evidence ends it, but for
 * a test file that takes more than its share of the time: that is a failing check of the file.
 */
export async function runReports(context: GateContext): Promise<Reports> {
  const { spec, only } = context;
  const isOnly = only !== undefined && spec.only !== undefined;
  const command = keepGoing(isOnly ? chooseOnly(spec.only, only) : spec.command, spec);
  if (isOnly || spec.files === undefined) {
    // A file that is run by itself may take all the time, and hang without hiding others.
    const shareMs = spec.files === undefined ? null : shareTime(1, context);
    const run = await runReport({ command, file: only?.file, shareMs }, context);
    return run.status === "error" ? run : { status: "reported", runs: [run.run] };
  }
  const matching = globFiles(spec.files, spec.cwd, await context.listTrackedFiles());
  const planted = only === undefined && context.canary !== undefined ? [context.canary.file] : [];
  const files = [...new Set([...matching, ...planted])];
  const chosen = only === undefined ? files : files.filter((file) => file === only.file);
  if (chosen.length === 0)
    return { status: "error", reason: `no tracked file matches ${spec.files.join(", ")}` };
  const runs: ReportedRun[] = [];
  for (const [index, file] of chosen.entries()) {
    const shareMs = shareTime(chosen.length - index, context);
    const run = await runReport({ command, file, shareMs }, context);
    if (run.status === "error") return { ...run, reason: `${file}: ${run.reason}` };
    runs.push({ ...run.run, file });
  }
  return { status: "reported", runs };
}

function chooseOnly(command: Command, { name }: OnlyCheck): Command {
  return name === undefined ? dropNameOption(command) : command;
}

async function runReport(
  {
    command,
    file,
    shareMs,
  }: { readonly command: Command; readonly file: string | undefined; readonly shareMs: number | null },
  context: GateContext,
): Promise<{ status: "reported"; run: ReportedRun } | { status: "error"; reason: string; run: ToolRun }> {
  const { spec } = context;
  await using report = await openReport(command, context);
  const values = buildPlaceholders(file, report.placeholder, context);
  const env = { ...runnerEnvironment(context), ...spec.env, ...context.env };
  const filled = Object.fromEntries(
    Object.entries(env).map(([name, text]) => [name, fillText(text, values)]),
  );
  const run = await runTool(
    { command: fillCommand(command, values), maxOutputBytes: report.maxOutputBytes, shareMs },
    { ...context, env: filled },
  );
  if (run.status === "error") {
    if (!run.isOverShare || spec.kind !== "tests" || file === undefined) {
      return { status: "error", reason: run.reason, run };
    }
    const check = buildFileCheck(file, { status: "failed", message: run.reason });
    return { status: "reported", run: { exitCode: -1, report: { status: "checks", checks: [check] }, run } };
  }
  const text = await report.read(run);
  if (text.status === "missing") {
    return { status: "error", reason: `${text.reason} (exit code ${run.exitCode})`, run };
  }
  const parsed = parseReport(context.redact(text.text), file, context);
  if (parsed.status === "unreadable") {
    const seen = parsed.excerpt === "" ? "it is empty" : `it begins: ${parsed.excerpt.slice(0, 300)}`;
    return { status: "error", reason: `unreadable ${spec.format} report: ${parsed.reason}; ${seen}`, run };
  }
  return { status: "reported", run: { exitCode: run.exitCode ?? -1, report: parsed, run } };
}

function parseReport(text: string, file: string | undefined, { spec, sandbox }: GateContext): ParsedReport {
  const parsers: Partial<Record<ReportFormat, ReportParser>> = reportParsers;
  const parse = spec.format === undefined ? undefined : parsers[spec.format];
  if (parse === undefined) {
    return {
      status: "unreadable",
      reason: `gate ${spec.name} names no format to read`,
      excerpt: text.slice(0, 300),
    };
  }
  const root = sandbox.mountPath;
  return parse({ text, root, cwd: posix.join(root, spec.cwd), ...(file === undefined ? {} : { file }) });
}

function buildPlaceholders(
  file: string | undefined,
  report: string | undefined,
  context: GateContext,
): Placeholders {
  const { spec, sandbox, only, remainingMs } = context;
  const names = only?.name === undefined ? null : nameCheck({ suite: "", ...only, name: only.name }, spec);
  return {
    file: file === undefined ? undefined : relativeToFolder(file, spec.cwd),
    // One command serves both a file and one test in it: without a name, what is left of it means every test.
    name: names?.name ?? "",
    namePattern: names?.namePattern ?? ".*",
    report,
    support: sandbox.supportPath,
    // Several files share the time; a reporter that ends one needs some of it to say so.
    fileLimitMs: String(Math.ceil(remainingMs() * (only === undefined ? 0.5 : 0.9))),
  };
}

function runnerEnvironment({ spec }: GateContext): Readonly<Record<string, string>> {
  return spec.runner === undefined ? {} : runnerTraits[spec.runner].environment;
}
