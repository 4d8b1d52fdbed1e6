import type { PythonReply } from "./python-messages.ts";
import type { WarmCheck } from "./warm-session.ts";

/** The checks that a run told of, in the order in which they were run. Pure. */
export function readPythonChecks({ lines }: Pick<PythonReply, "lines">): readonly WarmCheck[] {
  return lines.flatMap((line) => {
    if (!("check" in line)) return [];
    const [file, suite, name, status, message] = line.check;
    return [{ file, suite, name, status, message: status === "failed" ? message : "" }];
  });
}
