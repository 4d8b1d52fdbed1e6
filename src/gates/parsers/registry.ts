import type { ReportFormat } from "../../domain/gate.ts";
import { parseBiomeJson } from "./biome-json.ts";
import { parseCargoTest } from "./cargo-test.ts";
import { parseEslintJson } from "./eslint-json.ts";
import { parseGoTestJson } from "./go-test-json.ts";
import { guardParser } from "./guard-parser.ts";
import { parseJestJson } from "./jest-json.ts";
import { parseJunit } from "./junit.ts";
import { parseLineColumn } from "./line-column.ts";
import { parseMochaJson } from "./mocha-json.ts";
import { parseMypy } from "./mypy.ts";
import { parseNodeTest } from "./node-test.ts";
import { parsePytest } from "./pytest.ts";
import type { ReportParser } from "./report-parser.ts";
import { parseRuffJson } from "./ruff-json.ts";
import { parseSarif } from "./sarif.ts";
import { parseTap } from "./tap.ts";
import { parseTsc } from "./tsc.ts";
import { parseUnittest } from "./unittest.ts";
import { parseVitestJson } from "./vitest-json.ts";

/** The parser of each report format, guarded: none throws, and a report that is too large is unreadable. */
export const reportParsers = {
  junit: guardParser(parseJunit),
  tap: guardParser(parseTap),
  "jest-json": guardParser(parseJestJson),
  "vitest-json": guardParser(parseVitestJson),
  "mocha-json": guardParser(parseMochaJson),
  "node-test": guardParser(parseNodeTest),
  pytest: guardParser(parsePytest),
  unittest: guardParser(parseUnittest),
  "go-test-json": guardParser(parseGoTestJson),
  "cargo-test": guardParser(parseCargoTest),
  "eslint-json": guardParser(parseEslintJson),
  "biome-json": guardParser(parseBiomeJson),
  "ruff-json": guardParser(parseRuffJson),
  sarif: guardParser(parseSarif),
  tsc: guardParser(parseTsc),
  mypy: guardParser(parseMypy),
  "line-column": guardParser(parseLineColumn),
} satisfies Record<ReportFormat, ReportParser>;
