import { describeError } from "../../domain/errors.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

/** Longest report that is read, in UTF-16 units. A suite of 100,000 tests stays below it. */
const MAX_REPORT_LENGTH = 32 * 1024 * 1024;

/** A parser that refuses huge reports, and for which a fault of its own is an unreadable report, never an exception. */
export function guardParser(parse: ReportParser, maxLength = MAX_REPORT_LENGTH): ReportParser {
  return (input) => {
    if (input.text.length > maxLength) {
      return unreadable(`the report has ${input.text.length} characters, more than ${maxLength}`, input.text);
    }
    try {
      return parse(input);
    } catch (error) {
      // Such as a stack overflow on a document that is nested without end.
      return unreadable(`the report could not be read: ${describeError(error).slice(0, 200)}`, input.text);
    }
  };
}
