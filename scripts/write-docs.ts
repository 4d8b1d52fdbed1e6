// Writes the table of settings in docs/configuration.md from the schema; with --check it only says whether it is current.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { buildConfigJsonSchema } from "../src/config/config-json-schema.ts";
import { listConfigKeys } from "../src/config/config-keys.ts";

const BEGIN = "<!-- settings: written by scripts/write-docs.ts from src/config/schema.ts -->";
const END = "<!-- end of settings -->";

/** The part of JSON Schema that the config's own schema uses. */
const nodeSchema = z.object({
  description: z.string().default(""),
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
});
type Node = z.infer<typeof nodeSchema>;

const file = path.join(import.meta.dirname, "..", "docs", "configuration.md");
const text = readFileSync(file, "utf8");
const begin = text.indexOf(BEGIN);
const end = text.indexOf(END);
if (begin < 0 || end < begin)
  throw new Error(`${file} has lost the marks around its settings: ${BEGIN}, ${END}`);
const fresh = `${text.slice(0, begin)}${BEGIN}\n\n${renderSettings()}\n${text.slice(end)}`;

if (!process.argv.includes("--check")) writeFileSync(file, fresh);
else if (fresh !== text) {
  console.error(
    "docs/configuration.md is not current; run `node scripts/write-docs.ts` and commit the result.",
  );
  process.exit(1);
}

function renderSettings(): string {
  const root = nodeSchema.parse(buildConfigJsonSchema());
  const settings = listConfigKeys().map(({ path: name, variable }) =>
    row([`\`${name}\``, describe(findNode(root, name.split("."))), `\`${variable}\``]),
  );
  const gate = nodeSchema.parse(findNode(root, ["gates"]).items);
  const gateKeys = Object.entries(gate.properties ?? {}).map(([name, child]) => {
    const mark = gate.required.includes(name) ? " (required)" : "";
    return row([`\`${name}\`${mark}`, describe(nodeSchema.parse(child))]);
  });
  return [
    row(["key", "meaning", "variable"]),
    row(["---", "---", "---"]),
    ...settings,
    "",
    "### Keys of a gate",
    "",
    row(["key", "meaning"]),
    row(["---", "---"]),
    ...gateKeys,
    "",
  ].join("\n");
}

/** A setting without a description of its own is described by its section's. */
function findNode(root: Node, names: readonly string[]): Node {
  return names.reduce((section, name) => {
    const node = nodeSchema.parse(section.properties?.[name]);
    return node.description === "" ? { ...node, description: section.description } : node;
  }, root);
}

function describe(node: Node): string {
  const values = node.enum?.map((value) => `\`${value}\``).join(", ");
  const inner = Object.entries(node.properties ?? {}).map(
    ([name, child]) => `\`${name}\`: ${describe(nodeSchema.parse(child))}`,
  );
  const isShown = node.default !== undefined && node.properties === undefined;
  return [
    node.description,
    ...(values === undefined ? [] : [`One of ${values}.`]),
    ...(isShown ? [`Default \`${JSON.stringify(node.default)}\`.`] : []),
    ...inner,
  ]
    .join(" ")
    .trim();
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
