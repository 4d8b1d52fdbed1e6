import type { GateKind, GateSpec } from "../domain/gate.ts";

/** Where each kind stands in the order of gates: what is quick and finds much comes first. */
export const gateOrders = {
  validate: 10,
  lint: 20,
  typecheck: 30,
  command: 40,
  tests: 50,
  golden: 60,
  benchmark: 70,
} as const satisfies Record<GateKind, number>;

/** A complete gate from what is known of it; the same defaults as the config file's. */
export function completeGate(
  known: Pick<GateSpec, "name" | "kind" | "command"> & Partial<GateSpec>,
): GateSpec {
  return {
    before: [],
    cwd: ".",
    env: {},
    network: "none",
    timeoutMs: 10 * 60_000,
    isRequired: true,
    order: gateOrders[known.kind],
    ...known,
  };
}
