import { expect, it } from "vitest";
import { waiveDenials } from "../../src/campaign/waive-denials.ts";
import type { Denial } from "../../src/domain/denial.ts";
import type { PolicyVerdict } from "../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";

const rule = (id: string, group: PolicyRule["group"]): PolicyRule => ({
  ...{ id, group, title: id, explanation: id },
  find: () => [],
});
const rules = [
  rule("file-mode", "shape"),
  rule("eval", "smells"),
  rule("capability", "protected"),
  rule("secret", "secrets"),
];
const denial = (id: string): Denial => ({ rule: id, file: "a.js", line: 1, reason: id });
const denied = (...ids: readonly [string, ...string[]]): PolicyVerdict => {
  const [first, ...rest] = ids;
  return { status: "denied", denials: [denial(first), ...rest.map(denial)], notes: [denial("note")] };
};

it("changes nothing while safety is on", () => {
  const verdict = denied("eval");
  expect(waiveDenials(verdict, { safety: "on", rules })).toEqual({ verdict, waived: [] });
});

it("lets a denial pass without safety, and keeps it for the record", () => {
  expect(waiveDenials(denied("eval"), { safety: "off", rules })).toEqual({
    verdict: { status: "allowed", notes: [denial("note")] },
    waived: [denial("eval")],
  });
});

it.each(["file-mode", "capability", "secret", "a-rule-that-nobody-knows"])(
  "is refused by %s all the same",
  (id) => {
    expect(waiveDenials(denied("eval", id), { safety: "off", rules })).toEqual({
      verdict: { status: "denied", denials: [denial(id)], notes: [denial("note")] },
      waived: [denial("eval")],
    });
  },
);
