import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileEdit } from "../domain/candidate.ts";
import { checkId } from "../domain/gate.ts";
import type { MethodTask, Reproduction } from "../methods/method.ts";
import type { MethodInput } from "./build-method-task.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { aimItem } from "./reproduction/aim-item.ts";
import { checkNewTests } from "./reproduction/check-new-tests.ts";
import { type BaseRunEnd, runOnBase } from "./reproduction/run-on-base.ts";

/** Of the event; the tests themselves are as long as policy lets them be. */
const MAX_DIFF = 16_384;

/** The base with new tests: its commit hangs on no ref but the sandbox's own. */
type Stand = {
  readonly end: BaseRunEnd;
  /** Null unless it is red. */
  readonly next: MethodInput | null;
};

/**
 * Runs tests that were written for an item on the base, and gives the task on the base with them where they are red by
 * themselves. From there on the new failures are the base's, the tests are the base's too, and each of them has to be
 * mended; whatever is promoted holds the tests and the fix in one commit on master. Journals what came of it.
 */
export async function reproduce(
  tests: readonly FileEdit[],
  input: MethodInput,
  deps: CampaignDeps,
  buildTask: (next: MethodInput) => MethodTask,
): Promise<Reproduction> {
  deps.signal.throwIfAborted();
  const refusal = await checkNewTests(tests, input, deps);
  const { end, next } =
    refusal === null
      ? await tryOnBase(tests, input, deps)
      : { end: { status: "refused", reason: refusal } as const, next: null };
  const reason = end.status === "red" ? describeRed(end) : end.reason;
  await deps.log.append({
    type: "reproduction-judged",
    cycle: input.cycle,
    ...{ status: end.status, reason, diff: renderTests(tests) },
    files: tests.map(({ path }) => path),
    targets: next === null ? [] : [...(next.mustMend ?? [])],
  });
  if (next === null) return { status: "refused", reason: deps.redact(reason) };
  return { status: "red", failures: listFailures(next), task: buildTask(next) };
}

async function tryOnBase(tests: readonly FileEdit[], input: MethodInput, deps: CampaignDeps): Promise<Stand> {
  const { cycle, item, position } = input;
  const { campaign, clock, git, log } = deps;
  const tree = await git.buildTree(position.tree, tests);
  const message = `test: what cycle ${cycle} of campaign ${campaign} works on`;
  const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
  const files = await git.listFiles(tree);
  const number = (log.state().openCycle?.reproductions.length ?? 0) + 1;
  await using stack = new AsyncDisposableStack();
  const sandbox = stack.use(await deps.sandboxes.open(`${campaign}/${cycle}-reproduction-${number}`, commit));
  const trackedFiles = files.map(({ path }) => path);
  const paths = tests.map(({ path }) => path);
  const end = await runOnBase({ position, sandbox, tree, trackedFiles, files: paths }, deps);
  if (end.status === "refused") return { end, next: null };
  await sandbox.reset();
  input.stack.use(stack.move());
  const { failing } = end;
  const results = new Map([...position.measurement.results, ...end.results]);
  const next: MethodInput = {
    ...{ ...input, sandbox, files },
    item: aimItem(item, { failing, tracked: new Set(trackedFiles), paths }),
    position: { commit, tree, measurement: { ...position.measurement, tree, results } },
    mustMend: new Set([...(input.mustMend ?? []), ...[...failing.values()].flat().map(checkId)]),
  };
  return { end, next };
}

/** They are new files, wherever they may claim to lie, so that nothing has to be read to show them. */
function renderTests(tests: readonly FileEdit[]): string {
  const patches = tests.map(({ path, content }) =>
    createTwoFilesPatch("/dev/null", `b/${path}`, "", content ?? "", "", "", {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    }),
  );
  const diff = patches.join("");
  return diff.length <= MAX_DIFF ? diff : `${diff.slice(0, MAX_DIFF).toWellFormed()}\n[cut]\n`;
}

function describeRed({ failing }: Extract<BaseRunEnd, { status: "red" }>): string {
  const all = [...failing.values()].flat();
  const [first] = all;
  const [said = ""] = (first?.message ?? "").split("\n", 1);
  const count = all.length === 1 ? "1 new test fails" : `${all.length} new tests fail`;
  return `${count} on the base, and nothing else does that did not${said === "" ? "" : `: ${said.slice(0, 200)}`}`;
}

/** The new failures alone, as the item shows them. */
function listFailures({ item, mustMend }: MethodInput) {
  return item.evidence.filter(({ id }) => mustMend?.has(id) === true);
}
