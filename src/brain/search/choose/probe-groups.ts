import { createRandom } from "../../../domain/create-random.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import { groupBehaviours } from "../../behaviour/group-behaviours.ts";
import { planProbe } from "../../behaviour/plan-probe.ts";
import { type ProbeOutcome, runProbe } from "../../behaviour/run-probe.ts";
import type { BrainTask } from "../../brain.ts";
import type { TriedCandidate } from "../run/try-candidates.ts";
import type { PlausibleGroup } from "./plausible.ts";

/** Candidates whose functions are called, each in a process of its own: the likeliest ones. */
const MAX_PROBED = 8;
/** Test files that are read for the arguments in them. */
const MAX_TEST_FILES = 5;

/** Groups candidates that do the same when the functions that they change are called with generated arguments. */
export async function probeGroups(
  plausible: readonly TriedCandidate[],
  task: BrainTask,
  { parser }: { readonly parser: SourceParser },
): Promise<readonly PlausibleGroup[]> {
  const alone = plausible.map(
    (member): PlausibleGroup => ({ members: [member], isCompared: false, reach: null }),
  );
  if (plausible.length < 2) return alone;
  const probed = plausible.slice(0, MAX_PROBED);
  const originals = new Map(
    plausible.flatMap((one) => one.originals).map((file) => [file.path, file.content]),
  );
  const plan = await planProbe(
    { candidates: probed.map(({ edits }) => edits), tests: await readTests(task) },
    { parser, readBase: async (path) => originals.get(path) ?? null, random: createRandom(task.seed) },
  );
  if (plan.status === "not-planned") return alone;
  const outcomes: ProbeOutcome[] = [];
  const { sandbox, gate, signal } = task;
  for (const candidate of probed) {
    signal.throwIfAborted();
    await sandbox.apply(candidate.edits);
    outcomes.push(await runProbe(plan, { sandbox, gate, signal }));
    await sandbox.apply(candidate.originals);
  }
  const { groups, compared } = groupBehaviours(outcomes);
  if (compared === 0) return alone;
  const grouped = groups.flatMap((positions): PlausibleGroup[] => {
    const [first, ...others] = positions.toSorted((a, b) => a - b).flatMap((at) => probed[at] ?? []);
    return first === undefined ? [] : [{ members: [first, ...others], isCompared: true, reach: null }];
  });
  const known = new Set(groups.flat());
  return [...grouped, ...alone.filter((_, at) => !known.has(at))];
}

async function readTests({ item, sandbox }: BrainTask) {
  const paths = item.files.slice(0, MAX_TEST_FILES);
  return Promise.all(
    paths.map(async (path) => ({ path, text: (await sandbox.read(path))?.toString("utf8") ?? "" })),
  );
}
