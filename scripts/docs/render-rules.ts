import { capabilityRuleInfo } from "../../src/policy/capabilities/capability-rule.ts";
import { readDefaultPolicies } from "../../src/policy/capabilities/default-policies.ts";
import { readPolicies } from "../../src/policy/capabilities/read-policies.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { builtInProtections } from "../../src/policy/protected/built-in-protections.ts";
import { policyRules } from "../../src/policy/registry.ts";
import { row } from "./row.ts";

/** What each group of rules is about, in the order of the page. */
const groups = {
  shape: "Shape: paths, modes, sizes and text that read as they run",
  protected: "Protected: files that decide what is run and judged",
  tests: "Tests may only gain",
  suppressions: "Suppressions may not rise",
  smells: "Source smells, where the diff adds them",
  secrets: "Secrets",
  scope: "Scope: stability first",
} as const satisfies Record<PolicyRule["group"], string>;

/** All rules, what is protected whatever config says, and the default Cedar policies, as Markdown. */
export async function renderRules(): Promise<string> {
  const rules = [...policyRules, capabilityRuleInfo];
  const sections = Object.entries(groups).flatMap(([group, title]) => {
    const rows = rules
      .filter((rule) => rule.group === group)
      .map((rule) => row([`\`${rule.id}\``, `${rule.title}.`]));
    return rows.length === 0 ? [] : [`### ${title}`, table(["rule", "denies"], rows)];
  });
  const globs = builtInProtections.map(({ rule, reason, globs: list }) =>
    row([rule, `${reason}.`, list.map((glob) => `\`${glob}\``).join(" ")]),
  );
  return [
    "## The rules",
    ...sections,
    "## What is protected whatever config says",
    table(["group", "why", "globs, case ignored"], globs),
    "## Nightshift's own Cedar policies",
    table(["policy", "effect", "why", "file"], await listPolicies()),
    "",
  ].join("\n\n");
}

async function listPolicies(): Promise<readonly string[]> {
  const { sources } = await readDefaultPolicies();
  const files = await Promise.all(sources.map(readPolicies));
  return files
    .flatMap(({ policies }) => policies)
    .map(({ id, effect, reason, path }) => row([`\`${id}\``, effect, `${reason}.`, `[${path}](../${path})`]));
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(head), row(head.map(() => "---")), ...rows].join("\n");
}
