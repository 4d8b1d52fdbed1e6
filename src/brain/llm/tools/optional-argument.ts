import { z } from "zod";

/** An argument that may be left out. Models write `null` or an empty text where they mean none. */
export function optionalArgument<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === null || value === "" ? undefined : value), schema.optional());
}

/** The number of a line, from 1; some models write numbers as texts. */
export const lineArgument = optionalArgument(
  z.preprocess(
    (value) => (typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value),
    z.int().positive(),
  ),
);
