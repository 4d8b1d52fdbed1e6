import { diffFileLines } from "../diff-lines.ts";
import type { PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import { findRises } from "./find-rises.ts";
import { listSuppressions } from "./list-suppressions.ts";

const buildsValue = /^cast (?:by way of unknown|to never)$/;

export const suppressionRise: PolicyRule = {
  id: "suppression-rise",
  group: "suppressions",
  title: "More comments, attributes or casts that silence a checker than before",
  explanation:
    "A finding that is silenced is not mended, and the gate cannot tell the two apart. Counts are taken over the whole " +
    "change, sources and tests alike: a suppression may move, become narrower or go, but none may be added or widened. " +
    "Mend what the checker found, or have a person silence it.",
  async find({ files }, context) {
    const sides = await Promise.all(
      files.map(async (file) => {
        const fresh = new Set(diffFileLines(file).added.map(({ line }) => line));
        const was = await listSuppressions(file.path, file.before?.text ?? null, context);
        const is = await listSuppressions(file.path, file.after?.text ?? null, context);
        const placed = is.map((one) => ({
          ...one,
          file: file.path,
          isFresh: fresh.has(one.line),
          // Tests build values that no source could, and say so by a cast.
          severity: isTestFile(file.path) && buildsValue.test(one.kind) ? ("note" as const) : one.severity,
        }));
        return { was, is: placed };
      }),
    );
    const before = sides.flatMap(({ was }) => was);
    const after = sides.flatMap(({ is }) => is);
    return findRises(before, after).map(({ file, line, kind, text, severity }) => ({
      ...{ file, line, severity },
      reason: `${kind} silences more than before: ${JSON.stringify(text)}`,
    }));
  },
};
