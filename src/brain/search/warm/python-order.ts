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
  const tryOrder = async (order: PythonRequest["order"], lanes: number): Promise<string | null> => {
    const asked = Array.from({ length: lanes }, () => link.ask({ ...request, order }));
    const faults = (await Promise.all(asked)).map((reply) =>
      "ended" in reply.end ? reply.end.ended : findChange(base, readPythonChecks(reply)),
    );
    return faults.find((fault) => fault !== null) ?? null;
  };
  if ((await tryOrder("mixed", width)) === null) return { status: "stable", order: "targets", width };
  if ((await tryOrder("gate", width)) === null) return { status: "stable", order: "gate", width };
  const fault = await tryOrder("gate", 1);
  if (fault === null) return { status: "stable", order: "gate", width: 1 };
  return { status: "unstable", reason: `a second run of the base differs: ${fault}` };
}

function findChange(base: readonly WarmCheck[], checks: readonly WarmCheck[]): string | null {
  const statuses = new Map(checks.map((check) => [checkId(check), check.status]));
  const changed = base.find((check) => statuses.get(checkId(check)) !== check.status);
  return changed === undefined
    ? null
    : `${checkId(changed)} was ${changed.status}, then ${statuses.get(checkId(changed)) ?? "missing"}`;
}
