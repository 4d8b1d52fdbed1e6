/**
 * The ruleset that keeps Nightshift's own branch from being deleted or rewritten, as JSON to paste into GitHub's "Import
 * a ruleset". It does not say who may push: Nightshift has no right to administer, and who it is depends on the set-up.
 * Pure.
 */
export function renderRuleset(branch: string): string {
  return JSON.stringify(
    {
      name: `Nightshift: ${branch} only moves forward`,
      target: "branch",
      enforcement: "active",
      conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
      rules: [{ type: "deletion" }, { type: "non_fast_forward" }],
      bypass_actors: [],
    },
    null,
    2,
  );
}
