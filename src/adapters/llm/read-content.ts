import { z } from "zod";

const partSchema = z.union([
  z.string(),
  z.object({ type: z.enum(["text", "output_text"]), text: z.string() }).transform((part) => part.text),
]);

/** The text of a message whose content is text, a list of parts, or nothing. Parts that are no text, such as reasoning, are left out. Pure. */
export function readContent(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => partSchema.safeParse(part))
    .map((part) => (part.success ? part.data : ""))
    .join("");
}
