import { z } from "zod";
import type { CallFault } from "./call-fault.ts";

const word = z.union([z.string(), z.number().transform(String)]).catch("");
const errorSchema = z.object({
  error: z.union([
    z.string().transform((message) => ({ message, code: "", type: "" })),
    z.looseObject({ message: word, code: word, type: word }),
  ]),
});

/** HTTP statuses of the names that the Responses API gives to its errors. */
const statusByCode: Readonly<Record<string, number>> = {
  rate_limit_exceeded: 429,
  server_error: 500,
  invalid_prompt: 400,
};

/**
 * The error in a body that came with a status of success, or null. OpenRouter and the Responses API answer so when
 * a model fails after it began. Pure.
 */
export function parseBodyFault(body: unknown): CallFault | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return null;
  const { message, code, type } = parsed.data.error;
  const number = Number(code);
  const httpStatus = number >= 400 && number < 600 ? number : (statusByCode[code] ?? 500);
  return {
    cause: "refused",
    httpStatus,
    isLate: true,
    message,
    code: code === "" ? type : code,
    param: "",
    headers: {},
    body: JSON.stringify(parsed.data.error),
  };
}
