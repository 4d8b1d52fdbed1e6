import type { KnownValue } from "./code-facts.ts";

type Given = readonly (KnownValue | undefined)[];
/** Text that is decoded beyond this is data, not a hidden name. */
const MAX_LENGTH = 10_000;

/**
 * The value of a call that puts text together, as JavaScript and Python write it (`join`, `reverse`, `fromCharCode`,
 * `atob`, `chr`, …): `target` is what the method is called on. Undefined for what is not known. Pure.
 */
export function foldTextCall(
  name: string,
  target: KnownValue | undefined,
  given: Given,
): KnownValue | undefined {
  const [first, second] = given;
  if (typeof target === "string" && target.length <= MAX_LENGTH) return foldText(name, target, given);
  if (isList(target)) {
    if (name === "reverse" || name === "toReversed") return [...target].reverse();
    if (name === "join" && target.every(isPlain)) return target.join(typeof first === "string" ? first : ",");
    if (name === "at" && typeof first === "number") return target.at(first);
    return undefined;
  }
  if (target !== undefined) return undefined;
  switch (name) {
    case "JSON.parse":
    case "json.loads":
      return typeof first === "string" ? parseJson(first) : undefined;
    case "list":
    case "tuple":
    case "Array.from":
      return typeof first === "string" ? [...first] : isList(first) ? first : undefined;
    case "atob":
    case "base64.b64decode":
    case "b64decode":
      return typeof first === "string" ? Buffer.from(first, "base64").toString("latin1") : undefined;
    case "bytes.fromhex":
      return typeof first === "string" ? Buffer.from(first, "hex").toString("latin1") : undefined;
    case "Buffer.from": {
      const encoding = second === "base64" || second === "hex" || second === "base64url" ? second : "utf8";
      if (isList(first)) return first.every(isPlain) ? Buffer.from(first.map(Number)).toString() : undefined;
      return typeof first === "string" ? Buffer.from(first, encoding).toString() : undefined;
    }
    case "String.fromCharCode":
    case "String.fromCodePoint":
    case "chr":
      return given.every((code) => typeof code === "number" && code >= 0 && code < 0x10ffff)
        ? given.map((code) => String.fromCodePoint(Number(code))).join("")
        : undefined;
    case "String":
    case "str":
      return isPlain(first) ? String(first) : undefined;
    case "decodeURIComponent":
    case "unescape":
      return typeof first === "string" ? decodePercent(first) : undefined;
    default:
      return undefined;
  }
}

function foldText(name: string, target: string, given: Given): KnownValue | undefined {
  const [first, second] = given;
  switch (name) {
    case "toString":
    case "decode":
    case "encode":
    case "trim":
    case "strip":
    case "valueOf":
      return name === "trim" || name === "strip" ? target.trim() : target;
    case "toLowerCase":
    case "lower":
      return target.toLowerCase();
    case "toUpperCase":
    case "upper":
      return target.toUpperCase();
    case "concat":
      return given.every(isPlain) ? target + given.join("") : undefined;
    case "join":
      return isList(first) && first.every(isPlain) ? first.join(target) : undefined;
    case "split":
      return typeof first === "string" ? target.split(first) : undefined;
    case "replace":
    case "replaceAll":
      return typeof first === "string" && typeof second === "string"
        ? target.replaceAll(first, () => second)
        : undefined;
    case "slice":
    case "substring":
      return typeof first === "number" && (second === undefined || typeof second === "number")
        ? target[name](first, second)
        : undefined;
    default:
      return undefined;
  }
}

function isList(value: KnownValue | undefined): value is readonly KnownValue[] {
  return Array.isArray(value);
}

function isPlain(value: KnownValue | undefined): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): KnownValue | undefined {
  try {
    return toKnown(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Records become lists of pairs. */
function toKnown(value: unknown): KnownValue {
  if (Array.isArray(value)) return value.map(toKnown);
  if (value !== null && typeof value === "object")
    return Object.entries(value).map(([key, inner]) => [key, toKnown(inner)]);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
