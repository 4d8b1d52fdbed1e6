import { expect, it } from "vitest";
import { configSchema } from "../../../../src/config/schema.ts";
import { checkChangeSet } from "../../../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../../../src/policy/policy-rule.ts";
import type { CodeFacts } from "../../../../src/policy/smells/code/code-facts.ts";
import { readCode } from "../../../../src/policy/smells/code/read-code.ts";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";

it.each([
  ["src/a.js", "export const total = 1;\n"],
  ["src/a.py", "total = 1\n"],
])("reads %s once for all rules that look at one change", async (path, text) => {
  const seen: (CodeFacts | null)[] = [];
  const rule: PolicyRule = {
    id: "reader",
    group: "smells",
    title: "Reads",
    explanation: "Reads.",
    async find(_change, context) {
      seen.push(await readCode({ path, text }, context));
      return [];
    },
  };
  const state = { mode: "100644", text, sizeBytes: text.length };
  const context = {
    config: configSchema.parse({}),
    parser: createSourceParser(),
    readBase: async () => null,
    itemKind: null,
    hasSecret: () => false,
  };
  const change = { files: [{ path, before: null, after: state }], entries: new Map() };
  for (const _look of [1, 2]) await checkChangeSet(change, { rules: [rule, rule], context });
  const [first, second, third, fourth] = seen;
  expect(first).not.toBeNull();
  expect(second).toBe(first);
  expect(fourth).toBe(third);
  expect(third).not.toBe(first);
});
