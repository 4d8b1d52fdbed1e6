import { type Check, checkId } from "../../domain/gate.ts";

/**
 * Gives every check an identity of its own: the second one of a name becomes `name #2`, in the report's order, so
 * that a failing test cannot hide behind a passing one of the same name. A name that is taken is passed over.
 */
export function distinguishChecks(checks: readonly Check[]): readonly Check[] {
  const taken = new Set(checks.map(checkId));
  if (taken.size === checks.length) return checks;
  const counts = new Map<string, number>();
  return checks.map((check) => {
    const id = checkId(check);
    let count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    if (count === 1) return check;
    let renamed = { ...check, name: `${check.name} #${count}` };
    while (taken.has(checkId(renamed))) {
      count += 1;
      renamed = { ...check, name: `${check.name} #${count}` };
    }
    counts.set(id, count);
    taken.add(checkId(renamed));
    return renamed;
  });
}
