import type { GateSpec } from "../domain/gate.ts";

/**
 * Gates in the order to run them: those whose own folder holds a changed path, then the others, each by `order`.
 * Gates of the root are affected by any change.
 */
export function sortGates(specs: readonly GateSpec[], changedPaths: readonly string[]): readonly GateSpec[] {
  const isAffected = ({ cwd }: GateSpec): boolean =>
    cwd === "." || changedPaths.length === 0 || changedPaths.some((path) => path.startsWith(`${cwd}/`));
  const weigh = (spec: GateSpec): number => (isAffected(spec) ? 0 : 1);
  return specs.toSorted((a, b) => weigh(a) - weigh(b) || a.order - b.order);
}
