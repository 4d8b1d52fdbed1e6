import { describe, expect, it } from "vitest";
import type { Manifest } from "../../../src/domain/bundle.ts";
import { checkBundle, type ExpectedBundle } from "../../../src/publish/bundle/check-bundle.ts";
import { encodeBundle } from "../../../src/publish/bundle/encode-bundle.ts";
import { sampleContent } from "../../helpers/sample-bundle.ts";

const { manifest } = encodeBundle(sampleContent());
const expected: ExpectedBundle = {
  repository: "octo/cart",
  sacred: "main",
  base: manifest.base,
  baseTree: manifest.baseTree,
  configDigest: manifest.configDigest,
  campaign: "night-1",
  isVerifiedIsolated: false,
};

function ruleFor(changes: Partial<Manifest>, others: Partial<ExpectedBundle> = {}): string {
  const outcome = checkBundle({ ...manifest, ...changes }, { ...expected, ...others });
  return outcome.status === "accepted" ? "accepted" : outcome.rule;
}

describe("checkBundle", () => {
  it.each<[string, Partial<ExpectedBundle>]>([
    ["that is the one expected", {}],
    ["whose repository differs in case", { repository: "Octo/Cart" }],
    [
      "of which only repository and branch are known",
      {
        base: undefined,
        baseTree: undefined,
        configDigest: undefined,
        campaign: undefined,
      } as unknown as Partial<ExpectedBundle>,
    ],
  ])("accepts a bundle %s", (_title, others) => {
    expect(ruleFor({}, others)).toBe("accepted");
  });

  it.each<[string, Partial<Manifest>]>([
    ["other-repository", { repository: "octo/other" }],
    ["other-repository", { repository: "" }],
    ["other-branch", { sacred: "develop" }],
    ["other-base", { base: "d".repeat(40) }],
    ["other-base", { baseTree: "d".repeat(40) }],
    ["other-config", { configDigest: "d".repeat(64) }],
    ["other-campaign", { campaign: "night-2" }],
    ["unsafe", { isUnsafe: true }],
    ["unsafe", { promotions: manifest.promotions.map((each) => ({ ...each, isUnsafe: true })) }],
    ["isolation", { isolation: "none" }],
  ])("refuses by %s", (rule, changes) => {
    expect(ruleFor(changes)).toBe(rule);
  });

  it("accepts one that ran without isolation once an isolated run has verified it, never an unsafe one", () => {
    expect(ruleFor({ isolation: "none" }, { isVerifiedIsolated: true })).toBe("accepted");
    expect(ruleFor({ isUnsafe: true }, { isVerifiedIsolated: true })).toBe("unsafe");
  });
});
