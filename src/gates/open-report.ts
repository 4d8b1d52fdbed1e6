import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Command } from "../domain/gate.ts";
import { hasPlaceholder } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { openReportPipe } from "./open-report-pipe.ts";
import { readOutFile } from "./read-out-file.ts";
import type { ToolRun } from "./run-tool.ts";

/** Where one run of a tool leaves its report. */
export type OpenReport = AsyncDisposable & {
  /** For `{report}`: where commands see the fresh file; undefined when the gate uses none. */
  readonly placeholder: string | undefined;
  /** How much of each output stream the report needs. */
  readonly maxOutputBytes: number;
  /** The report that this run has made, or why there is none. */
  read(run: ToolRun): Promise<ReportText>;
};

export type ReportText =
  | { readonly status: "read"; readonly text: string }
  | { readonly status: "missing"; readonly reason: string };

const MAX_REPORT_BYTES = 64 * 1024 * 1024;
/** Output is held in memory; a longer report belongs in a file. */
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;
/** Of output that is no report, for the tail. */
const TAIL_OUTPUT_BYTES = 64 * 1024;

/** Removes what an earlier run may have left, so that no run is judged by another's report. */
export async function openReport(command: Command, context: GateContext): Promise<OpenReport> {
  const { spec, sandbox } = context;
  const variables = Object.values(spec.env);
  const usesFresh =
    hasPlaceholder(command, "report") || variables.some((text) => hasPlaceholder(text, "report"));
  if (usesFresh) return await openFreshReport(context);
  // A quick run's command may print what the whole gate's command writes to {report}.
  const path = spec.report === "{report}" ? undefined : spec.report;
  return path === undefined ? openOutputReport(context) : openTreeReport(path, { spec, sandbox });
}

/** A file with a name that no candidate can know ahead, outside of the work tree. */
async function openFreshReport({ sandbox, spec, canary }: GateContext): Promise<OpenReport> {
  const name = `report-${randomUUID()}`;
  const path = join(sandbox.outDir, name);
  // Runners of tests write a report in one go; other tools may put one in place with a rename.
  const isPiped = canary !== undefined && spec.runner !== undefined;
  const pipe = isPiped ? await openReportPipe(name, { sandbox, maxBytes: MAX_REPORT_BYTES }) : null;
  return {
    placeholder: posix.join(sandbox.outMountPath, name),
    maxOutputBytes: TAIL_OUTPUT_BYTES,
    async read() {
      const file = pipe === null ? await readOutFile(path, MAX_REPORT_BYTES) : pipe.read();
      if (file.status === "refused") return { status: "missing", reason: file.reason };
      return file.status === "read"
        ? file
        : { status: "missing", reason: `gate ${spec.name} wrote no report to {report}` };
    },
    async [Symbol.asyncDispose]() {
      await pipe?.[Symbol.asyncDispose]();
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** A file in the work tree, under the one name that its tool gives it. */
async function openTreeReport(
  report: string,
  { spec, sandbox }: Pick<GateContext, "spec" | "sandbox">,
): Promise<OpenReport> {
  const path = posix.normalize(posix.join(spec.cwd, report));
  const remove = async (): Promise<void> => {
    if ((await sandbox.read(path)) !== null) await sandbox.apply([{ path, mode: "100644", content: null }]);
  };
  await remove();
  return {
    placeholder: undefined,
    maxOutputBytes: TAIL_OUTPUT_BYTES,
    async read() {
      const content = await sandbox.read(path);
      if (content === null)
        return { status: "missing", reason: `gate ${spec.name} wrote no report to ${path}` };
      if (content.length > MAX_REPORT_BYTES)
        return { status: "missing", reason: `the report ${path} is too large` };
      return { status: "read", text: content.toString("utf8") };
    },
    [Symbol.asyncDispose]: remove,
  };
}

/** Standard output, with standard error for formats that compilers print there. */
function openOutputReport({ spec }: GateContext): OpenReport {
  return {
    placeholder: undefined,
    maxOutputBytes: MAX_OUTPUT_BYTES,
    async read({ stdout, stderr, isTruncated }) {
      if (isTruncated) {
        return {
          status: "missing",
          reason: `gate ${spec.name} printed too much to be read; let it write to {report}`,
        };
      }
      const isMixed = spec.format === "line-column" && stderr !== "";
      return { status: "read", text: isMixed ? `${stdout}\n${stderr}` : stdout };
    },
    async [Symbol.asyncDispose]() {},
  };
}
