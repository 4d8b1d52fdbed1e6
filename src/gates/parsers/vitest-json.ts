import { parseJestLike } from "./jest-like.ts";
import type { ReportParser } from "./report-parser.ts";

/** Vitest's `--reporter=json` (https://vitest.dev/guide/reporters#json-reporter), which has Jest's shape. */
export const parseVitestJson: ReportParser = (input) => parseJestLike(input, "Vitest");
