import { direct } from "./direct.ts";
import type { MethodEnd, MethodTask } from "./method.ts";
import { findRedTest } from "./reproduction/find-red-test.ts";
import { readRequest } from "./reproduction/render-request.ts";

/**
 * First a test that fails on the base for the item's reason, seen to do so by the campaign, then the fix by every brain in
 * turn, on the base with that test. Where no such test comes nothing is fixed. For an item that a gate found the test is
 * one more; what a person asks for has no other. Items about speed, which would want a benchmark first, do not exist yet.
 */
export async function testDriven(task: MethodTask): Promise<MethodEnd> {
  const { advisor, brainTask, onStep } = task;
  if (advisor === null) {
    const reason = "nobody is there to write a test: this method needs a model";
    await onStep({ step: "test", status: "no-model", detail: `There is no test: ${reason}.` });
    return { status: "no-candidate", attempts: 0, reason, brainEnds: [] };
  }
  const found = await findRedTest({ ...task, advisor });
  if (found.status === "none")
    return { status: "no-candidate", attempts: 0, reason: found.reason, brainEnds: [] };
  const next = found.task.brainTask;
  const asked = brainTask.item.kind === "issue" ? [readRequest(brainTask.item)] : [];
  const guidance = [...next.guidance, ...asked];
  const end = await direct({ ...found.task, brainTask: { ...next, guidance } });
  // What a brain does not know on this test it may know on another one.
  return end.status === "promote" ? end : { ...end, brainEnds: [] };
}
