import { z } from "zod";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

const position = z.number().int().optional();

const eslintReport = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(
      z.object({
        ruleId: z.string().nullable().optional(),
        severity: z.union([z.literal(1), z.literal(2)]),
        message: z.string(),
        fatal: z.boolean().optional(),
        line: position,
        column: position,
      }),
    ),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
  }),
);

/**
 * ESLint's `--format json` (https://eslint.org/docs/latest/use/formatters/#json). A file that ESLint could not
 * parse is a finding of the rule `parse-error`.
 */
export const parseEslintJson: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonReport(text, eslintReport, "ESLint");
  if (report.status === "unreadable") return report;
  for (const file of report.value) {
    if (file.messages.length !== file.errorCount + file.warningCount) {
      return unreadable(`ESLint counts other findings than it lists for ${file.filePath}`, text);
    }
  }
  const findings = report.value.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, severity, message, fatal, line, column }) => ({
      file: relativePath(filePath, { cwd, root }),
      line: Math.max(1, line ?? 1),
      ...(column !== undefined && column > 0 ? { column } : {}),
      rule: ruleId ?? (fatal === true ? "parse-error" : ""),
      message,
      severity: severity === 2 ? ("error" as const) : ("warning" as const),
    })),
  );
  return { status: "findings", findings };
};
