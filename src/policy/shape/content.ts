import type { PolicyRule } from "../policy-rule.ts";
import { findContentFault } from "./find-content-fault.ts";

export const content: PolicyRule = {
  id: "content",
  group: "shape",
  title: "Content that is no text, too large, or hides what it does",
  explanation:
    "A reviewer reads the diff alone: what a reader sees has to be what runs (https://www.unicode.org/reports/tr55/). " +
    "Write plain UTF-8 text without control or bidirectional characters.",
  find: ({ files }) =>
    files.flatMap(({ path, after }) => {
      const flaw = findContentFault({ path, content: after === null ? null : (after.text ?? "\0") });
      return flaw === null ? [] : [{ file: path, line: flaw.line, reason: flaw.reason }];
    }),
};
