import { z } from "zod";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";

const ruffReport = z.array(
  z.object({
    filename: z.string(),
    /** Null for syntax errors in older versions; newer ones say `invalid-syntax`. */
    code: z.string().nullable(),
    message: z.string(),
    location: z.object({ row: z.number().int(), column: z.number().int() }).nullable().optional(),
    severity: z.string().optional(),
  }),
);

/** Ruff's `check --output-format json` (https://docs.astral.sh/ruff/settings/#output-format). */
export const parseRuffJson: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonReport(text, ruffReport, "Ruff");
  if (report.status === "unreadable") return report;
  const findings = report.value.map(({ filename, code, message, location, severity }) => ({
    file: relativePath(filename, { cwd, root }),
    line: Math.max(1, location?.row ?? 1),
    ...(location?.column ? { column: location.column } : {}),
    rule: code ?? "invalid-syntax",
    message,
    severity: severity === "warning" ? ("warning" as const) : ("error" as const),
  }));
  return { status: "findings", findings };
};
