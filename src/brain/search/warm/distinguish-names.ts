import { checkId } from "../../../domain/gate.ts";
import type { WarmCheck } from "./warm-session.ts";

/** Names checks as reports do: the second one of a name becomes `name #2`, in their order; a taken name is passed over. Pure. */
export function distinguishNames(checks: readonly WarmCheck[]): readonly WarmCheck[] {
  const taken = new Set(checks.map(checkId));
  if (taken.size === checks.length) return checks;
  const counts = new Map<string, number>();
  return checks.map((check) => {
    const id = checkId(check);
    let count = (counts.get(id) ?? 0) + 1;
    let named = check;
    while (count > 1 && taken.has(checkId(named))) {
      named = { ...check, name: `${check.name} #${count}` };
      if (taken.has(checkId(named))) count += 1;
    }
    counts.set(id, count);
    taken.add(checkId(named));
    return named;
  });
}
