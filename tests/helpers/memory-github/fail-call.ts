import { NightshiftError } from "../../../src/domain/errors.ts";

/** An error as the port throws it. */
export function failCall(code: `GITHUB_${string}`, message: string): NightshiftError {
  return new NightshiftError({ code, message, hint: "This is GitHub in memory." });
}
