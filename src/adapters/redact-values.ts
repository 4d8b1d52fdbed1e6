import type { Redactor } from "./redact.ts";

/** A value of plain data with every text in it redacted, names of fields too where they are data. Pure. */
export function redactValues<Value>(value: Value, redact: Redactor): Value {
  return redactAny(value, redact) as Value;
}

function redactAny(value: unknown, redact: Redactor): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((entry) => redactAny(entry, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [redact(name), redactAny(entry, redact)]),
  );
}
