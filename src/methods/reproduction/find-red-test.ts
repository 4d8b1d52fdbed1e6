import type { Advisor } from "../../brain/advisor.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import type { MethodTask } from "../method.ts";
import { askSameReason } from "./ask-same-reason.ts";
import { askTest } from "./ask-test.ts";
import { findShownFiles } from "./find-shown-files.ts";
import type { FailedTry } from "./render-test-prompt.ts";

/** How the search for a test ended: with the task on the base with it, or with what was tried. */
export type RedTest =
  | { readonly status: "red"; readonly task: MethodTask }
  | { readonly status: "none"; readonly reason: string };

/**
 * Has a model write a test that is red on the base for the item's reason. The campaign runs it, a second opinion is
 * asked, and what is refused goes back with the reason, `rounds` times.
 */
export async function findRedTest(task: MethodTask & { readonly advisor: Advisor }): Promise<RedTest> {
  const { onStep, settings, brainTask, gates } = task;
  const gate = [brainTask.gate, ...gates].find(({ kind }) => kind === "tests");
  if (gate === undefined) {
    const reason = "no gate runs tests";
    await onStep({ step: "test", status: "no-gate", detail: `There is no test: ${reason}.` });
    return { status: "none", reason };
  }
  const shown = await findShownFiles(task);
  const files = new Set(shown.likely);
  const tries: FailedTry[] = [];
  while (tries.length <= settings.rounds) {
    const answer = await askTest({ gate, shown, files, tries }, task);
    if (answer.status === "none") {
      await onStep({ step: "test", status: answer.step, detail: `There is no test: ${answer.reason}.` });
      return { status: "none", reason: describe([...tries.map(({ reason }) => reason), answer.reason]) };
    }
    const { tests } = answer;
    const paths = tests.map(({ path }) => path).join(", ");
    await onStep({ step: "test", status: "written", detail: `${paths}: ${answer.why || "no word on why"}` });
    const reproduction = await task.reproduce(tests);
    if (reproduction.status === "refused") {
      tries.push({ tests: renderTests(tests), reason: reproduction.reason });
      continue;
    }
    const { failures } = reproduction;
    const opinion = await askSameReason({ tests, failures }, task);
    const detail = opinion.reason === "" ? "No word on why." : opinion.reason;
    await onStep({ step: "reason", status: opinion.status, detail });
    if (opinion.status === "same-reason") return { status: "red", task: reproduction.task };
    const reason = `it is red, but not for the reason described: ${opinion.reason}`;
    tries.push({ tests: renderTests(tests), reason });
  }
  return { status: "none", reason: describe(tries.map(({ reason }) => reason)) };
}

function renderTests(tests: readonly FileEdit[]): string {
  return tests.map(({ path, content }) => `${path}\n${content ?? ""}`).join("\n");
}

function describe(reasons: readonly string[]): string {
  const count = reasons.length === 1 ? "1 try" : `${reasons.length} tries`;
  return `no test shows it after ${count}: ${reasons.join("; ")}`;
}
