import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import type { PublicationRule } from "../../../src/publish/publication-refusal.ts";
import type { Stage } from "./stage.ts";

/** Runs of campaign and verify, and what they have uploaded, as the App finds them. */
export type DeliveredRuns = { readonly campaign: number; readonly verify: number };

/** One way to bring something to publishing that nobody has verified, with the rules that may see it first. */
export type HostileFamily = {
  readonly name: string;
} & (
  | {
      readonly kind: "refused";
      readonly rules: readonly PublicationRule[];
      make(stage: Stage): PublishSource;
    }
  /** All ids fit: what it says is not what its changes give, and shows when trees are made. */
  | { readonly kind: "stopped"; make(stage: Stage): PublishSource }
  /** The App has to see that the run, or what it uploaded, is not the one that it trusts. */
  | { readonly kind: "run"; make(stage: Stage): DeliveredRuns }
);

/** A family that is refused as a whole. */
export function refused(
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  make: (stage: Stage) => PublishSource,
): HostileFamily {
  return { kind: "refused", name, rules: [rules].flat(), make };
}
