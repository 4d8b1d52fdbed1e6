import { afterAll, describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import type { ChangeSet } from "../../src/policy/change-set.ts";
import { checkChangeSet } from "../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { policyRules } from "../../src/policy/registry.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { type Figure, reportFigures } from "./harness/report-figures.ts";
import { benignKinds, makeBenignChange } from "./hostile-diffs/benign-changes.ts";
import { hostileFamilies } from "./hostile-diffs/hostile-families.ts";
import { makeHostileChange } from "./hostile-diffs/make-hostile-change.ts";

const hostileCount = isFullCorpus ? 10_000 : 1_000;
const benignCount = isFullCorpus ? 1_000 : 200;
const shapeRules = policyRules.filter(({ group }) => group === "shape");
const context = {
  config: configSchema.parse({}),
  parser: createSourceParser(),
  readBase: async () => null,
  itemKind: null,
  hasSecret: () => false,
};
const judge = (change: ChangeSet, rules: readonly PolicyRule[]) => checkChangeSet(change, { rules, context });

const figures: Figure[] = [];
afterAll(() => reportFigures("hostile-diffs", figures));

/** As many of each as it takes to reach the count. */
function spread<T>(
  kinds: readonly T[],
  count: number,
): readonly { readonly kind: T; readonly seed: number }[] {
  const rounds = Math.ceil(count / kinds.length);
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    kinds.map((kind, at) => ({ kind, seed: corpusSeed + round * 1_009 + at })),
  );
}

describe("the shape rules", () => {
  it("know at least 60 families with a name each", () => {
    expect(new Set(hostileFamilies.map(({ name }) => name)).size).toBe(hostileFamilies.length);
    expect(hostileFamilies.length).toBeGreaterThanOrEqual(60);
  });

  it("accept no hostile change, each denied by the rule that is there for it", async () => {
    const changes = spread(hostileFamilies, hostileCount);
    const accepted: string[] = [];
    const byAccident: string[] = [];
    for (const { kind, seed } of changes) {
      const verdict = await judge(makeHostileChange(kind, seed), shapeRules);
      if (verdict.status === "allowed") accepted.push(`${kind.name} (seed ${seed})`);
      else if (!verdict.denials.some(({ rule }) => rule === kind.rule))
        byAccident.push(`${kind.name} (seed ${seed}): ${verdict.denials[0].rule}`);
    }
    figures.push({
      what: `Hostile diffs accepted by the shape rules, of ${changes.length} from ${hostileFamilies.length} families`,
      result: String(accepted.length),
    });
    expect(changes.length).toBeGreaterThanOrEqual(hostileCount);
    expect({ accepted, byAccident }).toEqual({ accepted: [], byAccident: [] });
  });

  it("refuse no ordinary change", async () => {
    const changes = spread(benignKinds, benignCount);
    const refused: string[] = [];
    for (const { kind, seed } of changes) {
      const verdict = await judge(makeBenignChange(kind, seed), shapeRules);
      if (verdict.status === "denied")
        refused.push(`${kind.name} (seed ${seed}): ${verdict.denials[0].reason}`);
    }
    figures.push({
      what: `Ordinary diffs refused by the shape rules, of ${changes.length} from ${benignKinds.length} kinds`,
      result: String(refused.length),
    });
    expect(changes.length).toBeGreaterThanOrEqual(benignCount);
    expect(refused).toEqual([]);
  });

  it.each(shapeRules.map((rule) => [rule.id, rule] as const))(
    "let a hostile change through without the rule %s",
    async (id, rule) => {
      const others = shapeRules.filter((other) => other !== rule);
      const families = hostileFamilies.filter((family) => family.rule === id);
      const verdicts = families.flatMap((family) =>
        Array.from({ length: 5 }, (_, at) => judge(makeHostileChange(family, corpusSeed + at), others)),
      );
      const statuses = (await Promise.all(verdicts)).map(({ status }) => status);
      expect(statuses).toContain("allowed");
    },
  );
});
