import type { KnownValue } from "./code-facts.ts";

/** The text that known texts and numbers give side by side; undefined where a part is something else, or unknown. Pure. */
export function joinParts(parts: readonly (KnownValue | undefined)[]): string | undefined {
  return parts.every((part) => typeof part === "string" || typeof part === "number")
    ? parts.join("")
    : undefined;
}
