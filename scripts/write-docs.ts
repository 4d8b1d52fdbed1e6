// Writes the parts of README.md and docs/ that come from code; with --check it only says whether they are current.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renderActions } from "./docs/render-actions.ts";
import { renderPermissions } from "./docs/render-permissions.ts";
import { renderProviders } from "./docs/render-providers.ts";
import { renderRules } from "./docs/render-rules.ts";
import { renderSettings } from "./docs/render-settings.ts";

const root = path.join(import.meta.dirname, "..");
const parts = [
  {
    file: "docs/configuration.md",
    begin: "<!-- settings: written by scripts/write-docs.ts from src/config/schema.ts -->",
    end: "<!-- end of settings -->",
    render: renderSettings,
  },
  {
    file: "docs/configuration.md",
    begin: "<!-- providers: written by scripts/write-docs.ts from src/adapters/llm/ -->",
    end: "<!-- end of providers -->",
    render: renderProviders,
  },
  {
    file: "docs/policy.md",
    begin: "<!-- rules: written by scripts/write-docs.ts from src/policy/registry.ts and policies/ -->",
    end: "<!-- end of rules -->",
    render: renderRules,
  },
  {
    file: "docs/github.md",
    begin:
      "<!-- permissions: written by scripts/write-docs.ts from src/adapters/github/permission-table.ts -->",
    end: "<!-- end of permissions -->",
    render: renderPermissions,
  },
  {
    file: "README.md",
    begin: "<!-- actions: written by scripts/write-docs.ts from the action files -->",
    end: "<!-- end of actions -->",
    render: renderActions,
  },
];

for (const { file, begin, end, render } of parts) {
  const place = path.join(root, file);
  const text = readFileSync(place, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${place} has lost its marks: ${begin}, ${end}`);
  const fresh = `${text.slice(0, from)}${begin}\n\n${await render()}\n${text.slice(to)}`;
  if (!process.argv.includes("--check")) writeFileSync(place, fresh);
  else if (fresh !== text) {
    console.error(`${file} is not current; run \`node scripts/write-docs.ts\` and commit the result.`);
    process.exitCode = 1;
  }
}
