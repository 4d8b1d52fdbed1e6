import type { z } from "zod";
import type { endLine } from "./test-lines-schema.ts";
import { unreadable } from "./unreadable.ts";

type Line =
  | { readonly type: "start" }
  | { readonly type: "test"; readonly status: string }
  | z.output<typeof endLine>;

/** Why lines of Nightshift's own reporters are not one whole report (start, tests, end with their counts), or null. */
export function checkLineOrder(lines: readonly Line[], text: string): ReturnType<typeof unreadable> | null {
  const last = lines.at(-1);
  if (lines[0]?.type !== "start") return unreadable("the report does not begin with its start line", text);
  if (last?.type !== "end")
    return unreadable("the report's end line is missing: the run was cut short", text);
  const tests = lines.slice(1, -1);
  const failed = tests.filter((line) => line.type === "test" && line.status === "failed").length;
  if (tests.some((line) => line.type !== "test")) return unreadable("more than one run in the report", text);
  if (last.tests !== tests.length || last.failed !== failed) {
    return unreadable(
      `the report announces ${last.tests} tests (${last.failed} failed) and lists ${tests.length} (${failed})`,
      text,
    );
  }
  return null;
}
