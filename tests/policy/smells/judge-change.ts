import { configSchema } from "../../../src/config/schema.ts";
import type { PolicyFinding, PolicyRule } from "../../../src/policy/policy-rule.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";

const parser = createSourceParser();
const config = configSchema.parse({});

/** A file before and after; null where there is none. */
export type Change = {
  readonly path: string;
  readonly before?: string | null;
  readonly after?: string | null;
};

/** What a rule finds in a change of files; `others` are files of the base that nobody changes. */
export async function judgeChange(
  rule: PolicyRule,
  changes: readonly Change[],
  others: Readonly<Record<string, string>> = {},
): Promise<readonly PolicyFinding[]> {
  const state = (text: string | null | undefined) =>
    text == null ? null : { mode: "100644", text, sizeBytes: Buffer.byteLength(text) };
  const files = changes.map(({ path, before, after }) => ({
    path,
    before: state(before),
    after: state(after),
  }));
  const known: Record<string, string> = { ...others };
  for (const { path, before } of changes) if (before != null) known[path] = before;
  const entries = new Map(Object.keys(known).map((path) => [path, { path, mode: "100644", hash: "0" }]));
  return await rule.find(
    { files, entries },
    { config, parser, readBase: async (path) => known[path] ?? null, itemKind: null, hasSecret: () => false },
  );
}

/** What a rule says of code that is added to an empty file, in one word. */
export async function judgeCode(
  rule: PolicyRule,
  path: string,
  after: string,
): Promise<"denial" | "note" | "nothing"> {
  const found = await judgeChange(rule, [{ path, before: "\n", after }], { "test/cart.test.js": "" });
  if (found.some(({ severity = "denial" }) => severity === "denial")) return "denial";
  return found.length > 0 ? "note" : "nothing";
}
