import type { ModelTool } from "../../domain/model.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Deeper than this a type is shown as `any`: signatures are hints, the arguments are checked anyway. */
const maxDepth = 5;

/**
 * Tools for the system prompt of a model that has no tool calls of its own: how to call one in text, and a signature and
 * a sentence for each, in a fraction of the tokens that their JSON Schemas take.
 */
export function renderTextTools(tools: readonly ModelTool[]): string {
  return [
    "To use a tool, write a block like this, one a call, as the last thing in your reply; the results are sent to you:",
    '```tool\n{"name": "NAME", "arguments": {"KEY": "VALUE"}}\n```',
    "Tools:",
    ...tools.map(renderTool),
  ].join("\n");
}

function renderTool({ name, description, parameters }: ModelTool): string {
  return `- ${name}(${renderProperties(parameters, maxDepth)}): ${description}`;
}

function renderProperties(schema: Schema, depth: number): string {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(asSchema(schema.properties))
    .map(([key, value]) => {
      const property = asSchema(value);
      const about = typeof property.description === "string" ? ` (${property.description})` : "";
      return `${key}${required.includes(key) ? "" : "?"}: ${renderType(property, depth)}${about}`;
    })
    .join(", ");
}

function renderType(schema: Schema, depth: number): string {
  if (depth === 0) return "any";
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join("|");
  if ("const" in schema) return JSON.stringify(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices))
    return choices.map((choice) => renderType(asSchema(choice), depth - 1)).join("|");
  if (Array.isArray(schema.type)) return schema.type.join("|");
  switch (schema.type) {
    case "array":
      return `${renderType(asSchema(schema.items), depth - 1)}[]`;
    case "object":
      return schema.properties === undefined ? "object" : `{${renderProperties(schema, depth - 1)}}`;
    default:
      return typeof schema.type === "string" ? schema.type : "any";
  }
}

function asSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null ? (value as Schema) : {};
}
