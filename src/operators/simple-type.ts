/** What a value is, roughly, in either language: `dict` is Python's, `object` has named properties. */
export type SimpleType =
  | "number"
  | "string"
  | "boolean"
  | "array"
  | "dict"
  | "map"
  | "set"
  | "object"
  | "function"
  | "promise"
  | "regex"
  | "date"
  | "null"
  | "unknown";

/** How well a value of one type does in the place of another: 1 the same, 0 never; what is not known may fit. */
export function fitTypes(wanted: SimpleType, offered: SimpleType): number {
  if (wanted === "unknown" || offered === "unknown") return 0.85;
  if (wanted === offered) return 1;
  return offered === "null" || wanted === "null" ? 0.3 : 0.15;
}
