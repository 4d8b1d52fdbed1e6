import type { ReportFormat } from "../../domain/gate.ts";
import { parseBiomeJson } from "./biome-json.ts";
import { parseEslintJson } from "./eslint-json.ts";
import { parseLineColumn } from "./line-column.ts";
import { parseMypy } from "./mypy.ts";
import type { ReportParser } from "./report-parser.ts";
import { parseRuffJson } from "./ruff-json.ts";
import { parseSarif } from "./sarif.ts";
import { parseTsc } from "./tsc.ts";

/** Every report parser by its format. */
export const reportParsers = {
  "biome-json": parseBiomeJson,
  "eslint-json": parseEslintJson,
  "line-column": parseLineColumn,
  mypy: parseMypy,
  "ruff-json": parseRuffJson,
  sarif: parseSarif,
  tsc: parseTsc,
} satisfies Partial<Record<ReportFormat, ReportParser>>;
