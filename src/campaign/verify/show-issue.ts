import type { BundlePromotion } from "../../domain/bundle.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import { checkId } from "../../domain/gate.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import type { AttemptInput } from "../attempt-item.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { aimItem } from "../reproduction/aim-item.ts";
import { checkNewTests } from "../reproduction/check-new-tests.ts";
import { runOnBase } from "../reproduction/run-on-base.ts";

/** A fix to judge on a base that holds the tests which show what it is for. */
export type ShownIssue =
  | {
      readonly status: "shown";
      readonly item: WorkItem;
      readonly position: MeasuredPosition;
      readonly mustMend: AttemptInput["mustMend"];
      /** What is left of the edits without the tests. */
      readonly edits: readonly FileEdit[];
    }
  | { readonly status: "refused"; readonly reason: string };

/**
 * Takes a promotion for what a person asked for apart: its new tests have to be red on the tree before it, by themselves
 * and twice alike, as they had to be for the campaign. The fix is then judged on the tree with the tests.
 */
export async function showIssue(
  input: {
    readonly facts: Pick<BundlePromotion, "cycle" | "item">;
    readonly edits: readonly FileEdit[];
    readonly position: MeasuredPosition;
    readonly name: string;
  },
  deps: CampaignDeps,
): Promise<ShownIssue> {
  const { facts, edits, position, name } = input;
  const { git, clock } = deps;
  const gate = deps.gates.find(({ kind }) => kind === "tests");
  if (gate === undefined) return refuse("no gate runs tests, so that nothing can show what it mends");
  const { id, title, signature } = facts.item;
  const item: WorkItem = {
    ...{ id, kind: "issue", gate: gate.name, gateKind: "tests", title, signature },
    ...{ files: [], targets: [], evidence: [] },
  };
  const known = new Set((await git.listFiles(position.tree)).map(({ path }) => path));
  const isNewTest = ({ path, content }: FileEdit) => content !== null && !known.has(path) && isTestFile(path);
  const tests = edits.filter(isNewTest);
  const rest = edits.filter((edit) => !isNewTest(edit));
  const refusal = await checkNewTests(tests, { item, position }, deps);
  if (refusal !== null) return refuse(`what it mends is not shown: ${refusal}`);
  const tree = await git.buildTree(position.tree, tests);
  const message = `test: what cycle ${facts.cycle} works on`;
  const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
  const tracked = [...known, ...tests.map(({ path }) => path)].toSorted();
  const paths = tests.map(({ path }) => path);
  await using sandbox = await deps.sandboxes.open(`${name}-reproduction`, commit);
  const end = await runOnBase({ position, sandbox, tree, trackedFiles: tracked, files: paths }, deps);
  if (end.status === "refused") return refuse(`what it mends is not shown: ${end.reason}`);
  const results = new Map([...position.measurement.results, ...end.results]);
  return {
    status: "shown",
    item: aimItem(item, { failing: end.failing, tracked: new Set(tracked), paths }),
    position: { commit, tree, measurement: { ...position.measurement, tree, results } },
    mustMend: new Set([...end.failing.values()].flat().map(checkId)),
    edits: rest,
  };
}

function refuse(reason: string): ShownIssue {
  return { status: "refused", reason };
}
