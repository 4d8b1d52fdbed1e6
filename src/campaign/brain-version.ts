import type { Config } from "../config/schema.ts";

/** What an exhausted key says of the brain: its kind, its version, and the bound in candidates that it worked under. */
export function brainVersion(
  brain: { readonly kind: string; readonly version: string },
  { maxCandidates }: Config["brain"],
): string {
  return `${brain.kind}@${brain.version}/${maxCandidates}`;
}
