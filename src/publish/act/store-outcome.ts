import { describeError, NightshiftError } from "../../domain/errors.ts";
import type { AcceptedBundle } from "../accept-bundle.ts";
import { chooseLessons } from "../lessons/choose-lessons.ts";
import { storeLessons } from "../lessons/store-lessons.ts";
import type { NotPublished, Publication } from "../publication.ts";
import type { PublishDeps } from "../publish.ts";
import type { DonePlan } from "./act-on-plan.ts";

/** Failures that leave memory to the next run: the pull requests stand whatever becomes of it. */
const passing: ReadonlySet<string> = new Set(["GITHUB_RATE_LIMITED", "MEMORY_CONTENDED", "MEMORY_FORBIDDEN"]);

/** Leaves patches of what waits, puts the lessons into memory with a note of it, and tells what was done. */
export async function storeOutcome(
  {
    accepted,
    done,
    verdictCid,
    run,
    at,
  }: {
    readonly accepted: AcceptedBundle;
    readonly done: DonePlan;
    readonly verdictCid: string;
    readonly run: number | null;
    readonly at: string;
  },
  deps: Pick<PublishDeps, "openMemory" | "writePatches">,
): Promise<Publication> {
  const { bundle, promotions, settings, config } = accepted;
  const { waiting, ...told } = done;
  const waits = promotions.filter(({ facts }) => waiting.includes(facts.cycle));
  const patches = waits.length === 0 ? [] : await deps.writePatches(waits);
  const chosen = chooseLessons(bundle, promotions);
  const pending =
    done.status === "published"
      ? null
      : { bundle: bundle.id, verdict: verdictCid, run, reason: done.reason, cycles: [...waiting] };
  const left: readonly NotPublished[] = [
    ...done.left,
    ...waits.map(({ facts }) => ({
      ...{ cycle: facts.cycle, title: facts.item.title },
      ...{ rule: "quota" as const, reason: done.reason },
    })),
  ];
  const store = async (): Promise<Publication["memory"]> => {
    if (!config.memory.enabled) return { status: "left", reason: "memory is switched off" };
    try {
      const { keepDays } = config.memory;
      const git = deps.openMemory(settings.prefix);
      const { lessons } = chosen;
      await storeLessons({ bundle, lessons, left, pending, keepDays, at }, { git });
      return { status: "stored", lessons: lessons.length, refused: chosen.refused };
    } catch (error) {
      if (!(error instanceof NightshiftError) || !passing.has(error.code)) throw error;
      return { status: "left", reason: describeError(error) };
    }
  };
  const memory = await store();
  const { campaign, suggestions } = bundle.manifest;
  return { ...told, left, suggestions, campaign, bundle: bundle.id, patches, memory };
}
