import type { Config } from "../config/schema.ts";

/**
 * What memory calls a brain: its kind, its version, and the bounds in candidates that it worked under. A model has neither
 * version nor an end of what it may try, so it is its kind alone.
 */
export function brainVersion(
  { kind, version }: { readonly kind: string; readonly version: string | null },
  { maxCandidates, maxPlainCandidates }: Config["brain"],
): string {
  return version === null ? kind : `${kind}@${version}/${maxCandidates}/${maxPlainCandidates}`;
}
