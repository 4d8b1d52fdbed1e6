import { describe, expect, it } from "vitest";
import type { PolicyRule } from "../../../src/policy/policy-rule.ts";
import { judgeCode } from "./judge-change.ts";

/** Code by the file it stands in and by what a rule has to say of it. */
export type Judgements = Readonly<
  Record<
    string,
    {
      readonly denied?: readonly string[];
      readonly noted?: readonly string[];
      readonly allowed?: readonly string[];
    }
  >
>;

/** A test for each piece of code that a rule denies, notes or lets through. */
export function expectJudgements(rule: PolicyRule, judgements: Judgements): void {
  describe(rule.id, () => {
    for (const [path, { denied = [], noted = [], allowed = [] }] of Object.entries(judgements)) {
      it.each(denied)(`denies in ${path}: %s`, async (code) => {
        expect(await judgeCode(rule, path, code)).toBe("denial");
      });
      it.each(noted)(`points out in ${path}: %s`, async (code) => {
        expect(await judgeCode(rule, path, code)).toBe("note");
      });
      it.each(allowed)(`allows in ${path}: %s`, async (code) => {
        expect(await judgeCode(rule, path, code)).toBe("nothing");
      });
    }
  });
}
