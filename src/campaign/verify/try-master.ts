import { describeError } from "../../domain/errors.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { checkPolicy } from "../check-policy.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import type { MeasuredPosition } from "../position.ts";
import type { Link } from "./build-chain.ts";
import { commitPosition } from "./commit-position.ts";
import { findItems } from "./find-item.ts";

/** Master with what earlier campaigns promoted, or why it starts from the base alone. */
export type MasterTrial =
  | { readonly status: "passed"; readonly position: MeasuredPosition }
  | { readonly status: "failed"; readonly reason: string };

/** Many promotions together are larger than one may be. */
const rulesForOne: ReadonlySet<string> = new Set(["size"]);

/**
 * Tries what master carries, as one change on the base. That these were promotions once is the campaign's word, so
 * policy and gates have their say as on any change, with one difference: it need not mend anything by itself.
 */
export async function tryMaster(
  { link, base }: { readonly link: Link; readonly base: MeasuredPosition },
  deps: CampaignDeps,
): Promise<MasterTrial> {
  try {
    return await tryOn(link, base, deps);
  } catch (error) {
    deps.signal.throwIfAborted();
    return { status: "failed", reason: `it could not be judged: ${describeError(error)}` };
  }
}

async function tryOn(
  { edits, tree }: Link,
  base: MeasuredPosition,
  deps: CampaignDeps,
): Promise<MasterTrial> {
  const { git, gates } = deps;
  deps.onProgress({ phase: "verifying", detail: "master" });
  const items = await findItems(base, deps);
  const item = buildItem(items, gates[0]?.name ?? "");
  const policyRules = deps.policyRules.filter(({ id }) => !rulesForOne.has(id));
  const files = await git.listFiles(base.tree);
  const policy = await checkPolicy({ edits, item, tree: base.tree, files }, { ...deps, policyRules });
  if (policy.status === "denied") {
    const said = policy.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
    return { status: "failed", reason: `policy: ${said.join("; ")}` };
  }
  await using sandbox = await deps.sandboxes.open(`${deps.campaign}/master`, base.commit);
  const task = { cycle: 0, position: base, sandbox, edits };
  let { judgement, results } = await judgeCandidate({ ...task, item }, deps);
  const other = judgement.gates.find(({ gate, fixed }) => gate !== item.gate && fixed.length > 0)?.gate;
  const alike = items.filter(({ gate }) => gate === other);
  // Who mends something has to have it tested as well as it was, whichever gate has told of it.
  if (judgement.status === "reject" && judgement.rule === "nothing-fixed" && alike.length > 0)
    ({ judgement, results } = await judgeCandidate({ ...task, item: buildItem(alike, "") }, deps));
  if (judgement.status === "reject" && judgement.rule !== "nothing-fixed")
    return { status: "failed", reason: `${judgement.rule}: ${judgement.reason}` };
  return { status: "passed", position: await commitPosition(base, { tree, results }, deps) };
}

/** All that one gate fails on the base: where something of it is mended, the lines that do it have to be tested. */
function buildItem(items: readonly WorkItem[], gate: string): WorkItem {
  const [first] = items;
  if (first === undefined)
    return {
      ...{ id: "carried", kind: "failing-check", gate, gateKind: "command", title: "carried" },
      ...{ files: [], targets: [], signature: "", evidence: [] },
    };
  const alike = items.filter((item) => item.gate === first.gate);
  return {
    ...first,
    title: "carried",
    targets: [...new Set(alike.flatMap(({ targets }) => targets))],
    files: [...new Set(alike.flatMap(({ files }) => files))],
  };
}
