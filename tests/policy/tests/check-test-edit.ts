import { configSchema } from "../../../src/config/schema.ts";
import type { Denial } from "../../../src/domain/denial.ts";
import { buildChangeSet } from "../../../src/policy/build-change-set.ts";
import { checkChangeSet } from "../../../src/policy/check-change-set.ts";
import type { PolicyRule } from "../../../src/policy/policy-rule.ts";
import { policyRules } from "../../../src/policy/registry.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";

const parser = createSourceParser();
const config = configSchema.parse({});

/** Files of a tree by path; null in a change deletes. */
export type Files = Readonly<Record<string, string | null>>;

/** What the rules of some groups say of a change from `base` to `change`, which names only what it touches. */
export async function checkEdit(
  base: Files,
  change: Files,
  groups: readonly PolicyRule["group"][] = ["tests"],
): Promise<{ readonly denials: readonly Denial[]; readonly notes: readonly Denial[] }> {
  const readBase = async (path: string) => base[path] ?? null;
  const files = Object.keys(base).map((path) => ({ path, mode: "100644", hash: path }));
  const edits = Object.entries(change).map(([path, content]) => ({ path, mode: "100644" as const, content }));
  const verdict = await checkChangeSet(await buildChangeSet(edits, { files, readBase }), {
    rules: policyRules.filter(({ group }) => groups.includes(group)),
    context: { config, parser, readBase, itemKind: null, hasSecret: () => false },
  });
  const broken =
    verdict.status === "denied" && verdict.denials.find(({ reason }) => /could not be checked/.test(reason));
  if (broken) throw new Error(broken.reason);
  return { denials: verdict.status === "denied" ? verdict.denials : [], notes: verdict.notes };
}

/** Denials of a change of one file, as `rule:line`. */
export async function listDenials(
  path: string,
  before: string,
  after: string | null,
): Promise<readonly string[]> {
  const { denials } = await checkEdit({ [path]: before }, { [path]: after });
  return denials.map(({ rule, line }) => `${rule}:${line}`);
}

/** Replaces once, and throws where there is nothing to replace, so that no case tests nothing. */
export function swap(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
}
