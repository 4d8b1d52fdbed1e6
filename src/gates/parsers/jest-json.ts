import { parseJestLike } from "./jest-like.ts";
import type { ReportParser } from "./report-parser.ts";

/** Jest's `--json --outputFile` (https://jestjs.io/docs/cli#--json), as Jest 27 and newer write it. */
export const parseJestJson: ReportParser = (input) => parseJestLike(input, "Jest");
