import type { CanaryCheck } from "./canary.ts";
import { deriveToken } from "./derive-token.ts";

/** A check with the code that it runs, an expression or statements of its language. */
export type CodedCheck = CanaryCheck & { readonly code: string };

/** Gives each of a canary's checks a name of its own. */
export function nameChecks(
  nonce: string,
  codes: readonly (Pick<CanaryCheck, "must" | "what"> & { readonly code: string })[],
): readonly CodedCheck[] {
  return codes.map((check, index) => ({ ...check, token: deriveToken(nonce, index) }));
}
