import { z } from "zod";
import type { Finding } from "../../domain/gate.ts";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

const count = z.number().int();
const position = z.object({ line: count, column: count });

const biomeReport = z.object({
  summary: z.object({
    errors: count,
    warnings: count,
    infos: count.default(0),
    diagnosticsNotPrinted: count.default(0),
  }),
  diagnostics: z.array(
    z.object({
      severity: z.enum(["hint", "information", "info", "warning", "error", "fatal"]),
      message: z.string(),
      category: z.string().nullable().optional(),
      location: z.object({ path: z.string(), start: position.optional() }).nullable().optional(),
    }),
  ),
  command: z.string(),
});

/**
 * Biome's `--reporter=json` (https://biomejs.dev/reference/reporters/#json), as Biome 2.4 and newer print it.
 * Hints and infos are no findings. A report that leaves diagnostics out is unreadable.
 */
export const parseBiomeJson: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonReport(text, biomeReport, "Biome");
  if (report.status === "unreadable") return report;
  const { summary, diagnostics } = report.value;
  const findings = diagnostics.flatMap(({ severity, message, category, location }): Finding[] => {
    if (severity === "hint" || severity === "info" || severity === "information") return [];
    const { line = 0, column = 0 } = location?.start ?? {};
    return [
      {
        file: relativePath(location?.path ?? "", { cwd, root }),
        // Findings about a whole file, such as its formatting, come with line 0.
        line: Math.max(1, line),
        ...(column > 0 ? { column } : {}),
        rule: category ?? "",
        message,
        severity: severity === "warning" ? "warning" : "error",
      },
    ];
  });
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const isWhole =
    summary.diagnosticsNotPrinted === 0 &&
    errors >= summary.errors &&
    findings.length - errors >= summary.warnings;
  if (!isWhole) return unreadable("Biome left diagnostics out; run it with --max-diagnostics=none", text);
  return { status: "findings", findings };
};
