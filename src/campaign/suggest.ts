import type { EventOf } from "../domain/events.ts";
import { neutralizeReferences } from "../report/neutralize-references.ts";
import { brainVersion } from "./brain-version.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { CycleEvents } from "./cycle-events.ts";
import { isMadeByModel } from "./is-made-by-model.ts";

/**
 * Journals the candidate of a cycle that every gate let through and the brain is not sure enough of: what it is, how sure
 * the brain is, and a patch against master as the cycle found it. No ref moves. Done once, whatever a kill cut off.
 */
export async function suggest(
  { events, parent }: { readonly events: CycleEvents; readonly parent: string },
  deps: Pick<CampaignDeps, "git" | "log" | "brains" | "config">,
): Promise<EventOf<"suggested">> {
  const done = events.last("suggested");
  if (done !== undefined) return done;
  const { cycle } = events.started;
  const [judged, proposed] = [events.last("candidate-judged"), events.last("candidate-proposed")];
  if (judged?.status !== "promote" || proposed?.tree !== judged.tree || !proposed.confidence)
    throw new Error(`cycle ${cycle} is to suggest, but its last candidate was not judged so`);
  const { git, config } = deps;
  const kind = isMadeByModel(proposed.origin, events) ? "llm" : "search";
  const brain = deps.brains.find((one) => one.kind === kind) ?? { kind, version: null };
  const suggested: EventOf<"suggested"> = {
    ...{ type: "suggested", cycle, attempt: judged.attempt, tree: judged.tree, parent },
    subject: `fix: ${neutralizeReferences(proposed.summary)}`,
    origin: proposed.origin,
    brain: brainVersion(brain, config.brain),
    confidence: proposed.confidence,
    files: [...(await git.changedPaths(parent, judged.tree))],
    patch: await git.diff(parent, judged.tree),
  };
  await deps.log.append(suggested);
  return suggested;
}
