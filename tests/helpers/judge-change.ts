import { configSchema } from "../../src/config/schema.ts";
import type { WorkItemKind } from "../../src/domain/work-item.ts";
import type { ChangedFile, ChangeSet, FileState } from "../../src/policy/change-set.ts";
import { checkChangeSet, type PolicyVerdict } from "../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

const parser = createSourceParser();

/** A file as git would keep it. */
export function stateOf(text: string, mode = "100644"): FileState {
  return { mode, text, sizeBytes: Buffer.byteLength(text) };
}

/** The change from one set of texts to another: what is on one side only is deleted or new. */
export function changeOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | null>>,
): ChangeSet {
  const files = Object.entries(after).map(
    ([path, text]): ChangedFile => ({
      path,
      before: Object.hasOwn(before, path) ? stateOf(before[path] ?? "") : null,
      after: text === null ? null : stateOf(text),
    }),
  );
  const entries = Object.keys(before).map((path) => [path, { path, mode: "100644", hash: "0" }] as const);
  return { files, entries: new Map(entries) };
}

/** What rules say of a change to a tree of texts. */
export async function judgeChange(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | null>>,
  {
    rules,
    config = {},
    itemKind = "failing-test",
  }: {
    readonly rules: readonly PolicyRule[];
    readonly config?: Readonly<Record<string, unknown>>;
    readonly itemKind?: WorkItemKind | null;
  },
): Promise<PolicyVerdict> {
  const context = {
    config: configSchema.parse(config),
    parser,
    readBase: async (path: string) => (Object.hasOwn(before, path) ? (before[path] ?? null) : null),
    itemKind,
    hasSecret: () => false,
  };
  return checkChangeSet(changeOf(before, after), { rules, context });
}

/** Denials as `file:line`, for short tables. */
export function denialsOf(verdict: PolicyVerdict): readonly string[] {
  return verdict.status === "allowed" ? [] : verdict.denials.map(({ file, line }) => `${file}:${line}`);
}
