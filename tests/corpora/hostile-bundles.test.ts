import { afterAll, describe, expect, it } from "vitest";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { type Figure, reportFigures } from "./harness/report-figures.ts";
import { benignKinds } from "./hostile-bundles/benign-kinds.ts";
import { hostileFamilies } from "./hostile-bundles/hostile-families.ts";
import type { HostileFamily } from "./hostile-bundles/hostile-family.ts";
import { openStage } from "./hostile-bundles/stage.ts";
import { tryFamily } from "./hostile-bundles/try-delivery.ts";

const perKind = isFullCorpus ? 100 : 2;
const figures: Figure[] = [];
afterAll(() => reportFigures("hostile-bundles", figures));

const seedsOf = (at: number, count: number) =>
  Array.from({ length: count }, (_, round) => corpusSeed + round * 1_009 + at);

/** The outcomes that a family may end with. */
function expectedOf(family: HostileFamily): readonly string[] {
  if (family.kind === "refused") return family.rules.map((rule) => `refused: ${rule}`);
  if (family.kind === "stopped") return ["refused: stopped"];
  return ["refused: run", "refused: bundle", "refused: verdict", "refused: verdict-binding"];
}

describe("what nobody has verified", () => {
  it("comes in at least 60 families with a name each", () => {
    expect(new Set(hostileFamilies.map(({ family }) => family.name)).size).toBe(hostileFamilies.length);
    expect(hostileFamilies.filter(({ times }) => times >= 5).length).toBeGreaterThanOrEqual(60);
  });

  it("is never published, and refused by the rule that is there for it", {
    timeout: isFullCorpus ? 1_800_000 : 120_000,
  }, async () => {
    const accepted: string[] = [];
    const byAccident: string[] = [];
    let count = 0;
    for (const [at, { family, times }] of hostileFamilies.entries())
      for (const seed of seedsOf(at, isFullCorpus ? 100 : times)) {
        count += 1;
        const outcome = await tryFamily(family, seed).catch((error: unknown) => `threw ${String(error)}`);
        const told = `${family.name} (seed ${seed}): ${outcome}`;
        if (outcome === "accepted") accepted.push(told);
        else if (!expectedOf(family).includes(outcome)) byAccident.push(told);
      }
    figures.push({
      what: `Hostile bundles accepted, of ${count} from ${hostileFamilies.length} families`,
      result: String(accepted.length),
    });
    expect({ accepted, byAccident }).toEqual({ accepted: [], byAccident: [] });
  });
});

describe("what verify has verified", () => {
  it("is taken, however it is packed and whatever the campaign was", { timeout: 600_000 }, async () => {
    const refused: string[] = [];
    let count = 0;
    for (const [at, { name, accept }] of benignKinds.entries())
      for (const seed of seedsOf(at, perKind)) {
        count += 1;
        const outcome = await accept(openStage(seed)).catch((error: unknown) => `threw ${String(error)}`);
        if (outcome !== "accepted") refused.push(`${name} (seed ${seed}): ${outcome}`);
      }
    figures.push({
      what: `Verified bundles refused, of ${count} from ${benignKinds.length} kinds`,
      result: String(refused.length),
    });
    expect(benignKinds.length).toBeGreaterThanOrEqual(10);
    expect(refused).toEqual([]);
  });
});
