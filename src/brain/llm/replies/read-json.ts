import { findJsonFault } from "./find-json-fault.ts";
import { repairJson } from "./repair-json.ts";

/** One JSON value as a model wrote it. */
export type ReadJson =
  | { readonly status: "read"; readonly value: unknown; readonly isRepaired: boolean }
  | { readonly status: "unreadable"; readonly reason: string };

/** Reads JSON and, where that is allowed, what was meant as JSON. Length and depth were checked before. */
export function readJson(text: string, { mayRepair }: { readonly mayRepair: boolean }): ReadJson {
  const strict = parseOrNull(text);
  if (strict !== null) return checkFault(text, strict.value, false);
  if (!mayRepair) return { status: "unreadable", reason: "it is not valid" };
  const repair = repairJson(text);
  if (repair.status === "unrepairable") return { status: "unreadable", reason: repair.reason };
  const repaired = parseOrNull(repair.json);
  return repaired === null
    ? { status: "unreadable", reason: "it is not valid" }
    : checkFault(repair.json, repaired.value, true);
}

function parseOrNull(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function checkFault(json: string, value: unknown, isRepaired: boolean): ReadJson {
  const fault = findJsonFault(json);
  return fault === null ? { status: "read", value, isRepaired } : { status: "unreadable", reason: fault };
}
