import { lookUp } from "./look-up.ts";
import type { SimpleType } from "./simple-type.ts";

const byName: Readonly<Record<string, SimpleType>> = {
  number: "number",
  bigint: "number",
  int: "number",
  float: "number",
  Decimal: "number",
  string: "string",
  str: "string",
  boolean: "boolean",
  bool: "boolean",
  Array: "array",
  ReadonlyArray: "array",
  list: "array",
  List: "array",
  tuple: "array",
  Tuple: "array",
  Sequence: "array",
  Iterable: "array",
  Map: "map",
  ReadonlyMap: "map",
  WeakMap: "map",
  Set: "set",
  ReadonlySet: "set",
  set: "set",
  frozenset: "set",
  dict: "dict",
  Dict: "dict",
  Mapping: "dict",
  Record: "object",
  Promise: "promise",
  Date: "date",
  RegExp: "regex",
  Callable: "function",
  null: "null",
  undefined: "null",
  None: "null",
  NoneType: "null",
  array: "array",
  function: "function",
};

/** What a type annotation says, with or without its colon: `: number[]`, `Optional[int]`, `string | null`. Pure. */
export function readAnnotation(text: string): SimpleType {
  const type = text
    .replace(/^(?:\s*(?:->|:)\s*)/, "")
    .replace(/^["'](.*)["']$/, "$1")
    .replace(/^(?:typing\.)?Optional\[(.*)\]$/s, "$1")
    .replace(/\s*\|\s*(?:null|undefined|None)\b/g, "")
    .replace(/^(?:null|undefined|None)\s*\|\s*/, "")
    .replace(/^readonly\s+/, "")
    .trim();
  if (type.includes("=>")) return "function";
  if (/\[\]$/.test(type)) return "array";
  if (/^["']/.test(type)) return "string";
  if (type.startsWith("{")) return "object";
  if (type.startsWith("[")) return "array";
  const name = /^(?:[\w$]+\.)*([\w$]+)(?:[<[].*[>\]])?$/s.exec(type)?.[1];
  if (name === undefined) return "unknown";
  return lookUp(byName, name) ?? "unknown";
}
