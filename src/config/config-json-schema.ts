import { z } from "zod";
import { configSchema } from "./schema.ts";

/**
 * The published JSON Schema (draft 2020-12) of the config file: what `schema/nightshift.schema.json` holds, for
 * editors to complete and check by. Generated from the zod schema, which is the source.
 */
export function buildConfigJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: "input", target: "draft-2020-12" });
  return {
    $schema,
    $id: "urn:nightshift:schema:config",
    title: "Nightshift configuration",
    ...schema,
  };
}
