import type { NumberPlace } from "./list-number-keys.ts";
import { unpack } from "./literal.ts";
import { numberKey } from "./number-key.ts";
import type { TestUnit } from "./test-units.ts";

/**
 * The places where a source spells out numbers of tests: of two examples one each, or of one example two; otherwise
 * none. Pure.
 */
export function findSpelledNumbers<T extends NumberPlace>(
  places: readonly T[],
  units: readonly TestUnit[],
): readonly T[] {
  const keys = new Set(places.map(({ key }) => key));
  if (keys.size === 0) return [];
  const told = units.map((unit) => [...listKeys(unit)].filter((key) => keys.has(key)));
  const copied = new Set(told.flat());
  // Two short whole numbers of one example may be settings that it expects.
  const isPair = told.some((found) => found.length >= 2 && found.some((key) => key.length >= 4));
  const isSeveral = copied.size >= 2 && told.filter((found) => found.length > 0).length >= 2;
  return isPair || isSeveral ? places.filter(({ key }) => copied.has(key)) : [];
}

function listKeys(unit: TestUnit): ReadonlySet<string> {
  const keys = [...unit].flatMap(unpack).flatMap((value) => {
    const key = typeof value === "number" && Number.isFinite(value) ? numberKey(String(value)) : null;
    return key === null ? [] : [key];
  });
  return new Set(keys);
}
