import { z } from "zod";
import { buildConfigJsonSchema } from "../../src/config/config-json-schema.ts";
import { listConfigKeys } from "../../src/config/config-keys.ts";
import { row } from "./row.ts";

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

/** The settings of the configuration as tables, from its schema. */
export function renderSettings(): string {
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
