import { type Check, checkId } from "../domain/gate.ts";
import type { Evidence } from "../domain/work-item.ts";
import { locateFailure } from "./locate-failure.ts";

/** A failing check as a work item shows it, with the place in a tracked file that it points to. Pure. */
export function buildEvidence(check: Check, tracked: ReadonlySet<string>): Evidence {
  const at = locateFailure(check, tracked);
  const title = [check.suite, check.name].filter((part) => part !== "").join(" > ");
  return {
    id: checkId(check),
    title: title === "" ? check.file : title,
    message: check.message ?? "",
    stack: check.stack ?? "",
    ...(at === undefined ? {} : { at }),
  };
}
