import { checkId } from "../../../domain/gate.ts";
import { readPythonChecks } from "./python-checks.ts";
import type { PythonLink } from "./python-link.ts";
import type { PythonRequest } from "./python-messages.ts";
import type { WarmCheck } from "./warm-session.ts";

/** How candidates' tests are run: in which order, and how many candidates side by side. */
export type PythonOrder =
  | { readonly status: "stable"; readonly order: "targets" | "gate"; readonly width: number }
  | { readonly status: "unstable"; readonly reason: string };

/**
 * Runs the base again, targets first and as many side by side as candidates will be. Where that changes what tests do,
 * they are run whole and in the gate's order, and one candidate at a time if need be.
 */
export async function findPythonOrder({
  link,
  request,
  base,
  width,
}: {
  readonly link: PythonLink;
  readonly request: PythonRequest;
  readonly base: readonly WarmCheck[];
  readonly width: number;
}): Promise<PythonOrder> {
  const tryOrder = async (order: PythonRequest["order"], lanes: number) => {
    const asked = Array.from({ length: lanes }, () => link.ask({ ...request, order }));
    const replies = await Promise.all(asked);
    const ended = replies.flatMap(({ end }) => ("ended" in end ? [end.ended] : []));
    const runs = replies.map(readPythonChecks);
    return {
      fault: ended[0] ?? firstOf(runs.map((checks) => findChange(base, checks))),
      // A target may fail for another reason than in the gate's order.
      hasOtherMessages: runs.some((checks) => describeFailures(checks) !== describeFailures(base)),
    };
  };
  const mixed = await tryOrder("mixed", width);
  if (mixed.fault === null && !mixed.hasOtherMessages) return { status: "stable", order: "targets", width };
  const whole = await tryOrder("gate", width);
  if (whole.fault === null) {
    // Messages that are others in the gate's own order as well tell nothing of the order.
    const isFree = mixed.fault === null && whole.hasOtherMessages;
    return { status: "stable", order: isFree ? "targets" : "gate", width };
  }
  const { fault } = await tryOrder("gate", 1);
  if (fault === null) return { status: "stable", order: "gate", width: 1 };
  return { status: "unstable", reason: `a second run of the base differs: ${fault}` };
}

function firstOf(faults: readonly (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}

/** Failures with their messages, without what is another each time. */
function describeFailures(checks: readonly WarmCheck[]): string {
  const failed = checks.flatMap((check) =>
    check.status === "failed"
      ? [`${checkId(check)} ${check.message.replace(/0x[0-9a-f]+|\/[^\s'"]*nightshift-warm-[^\s'"]*/g, "")}`]
      : [],
  );
  return failed.sort().join("\n");
}

function findChange(base: readonly WarmCheck[], checks: readonly WarmCheck[]): string | null {
  const statuses = new Map(checks.map((check) => [checkId(check), check.status]));
  const changed = base.find((check) => statuses.get(checkId(check)) !== check.status);
  return changed === undefined
    ? null
    : `${checkId(changed)} was ${changed.status}, then ${statuses.get(checkId(changed)) ?? "missing"}`;
}
