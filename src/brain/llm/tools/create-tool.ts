import { z } from "zod";
import { parseToolArguments } from "../replies/parse-tool-arguments.ts";
import type { Tool, ToolContext, ToolOutcome } from "./tool.ts";

/** A tool by what it takes and does: its arguments are checked against `schema`, which models are shown as JSON Schema. */
export function createTool<Arguments>(tool: {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<Arguments>;
  run(values: Arguments, context: ToolContext): Promise<ToolOutcome>;
}): Tool {
  const { name, description, schema, run } = tool;
  return {
    definition: { name, description, parameters: buildParameters(schema) },
    run: async (call, context) => {
      const parsed = parseToolArguments(call, schema);
      return parsed.status === "valid"
        ? await run(parsed.value, context)
        : { status: "refused", text: parsed.message };
    },
  };
}

/** Without what says nothing to a model: every character of it is paid for with every call. */
function buildParameters(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...parameters } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
      delete jsonSchema.exclusiveMinimum;
    },
  });
  return parameters;
}
