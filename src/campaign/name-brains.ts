import type { Brain } from "../brain/brain.ts";
import type { BrainKind } from "../domain/brain-kind.ts";

/** The one brain that is at work, or `auto` for several in turn. Pure. */
export function nameBrains(brains: readonly Pick<Brain, "kind">[]): BrainKind {
  const [only, ...others] = brains;
  return only === undefined || others.length > 0 ? "auto" : only.kind;
}
