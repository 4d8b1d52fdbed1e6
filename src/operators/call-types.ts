import type { SimpleType } from "./simple-type.ts";

const group = (type: SimpleType, names: string) =>
  names.split(" ").map((name) => [name, type] as const satisfies readonly [string, SimpleType]);

/** What functions and methods of JavaScript give, by their last name; only names that hardly mean anything else. */
export const scriptCallTypes: ReadonlyMap<string, SimpleType> = new Map([
  ...group(
    "number",
    "abs floor ceil round trunc sqrt cbrt pow log log2 log10 min max hypot sign random parseInt",
  ),
  ...group(
    "number",
    "parseFloat Number indexOf lastIndexOf findIndex findLastIndex charCodeAt codePointAt push unshift",
  ),
  ...group(
    "number",
    "localeCompare getTime getDate getDay getMonth getFullYear getHours getMinutes getSeconds now search",
  ),
  ...group(
    "string",
    "String toString toFixed trim trimStart trimEnd toUpperCase toLowerCase padStart padEnd join repeat",
  ),
  ...group(
    "string",
    "charAt substring substr replace replaceAll stringify toISOString fromCharCode fromCodePoint normalize",
  ),
  ...group(
    "boolean",
    "Boolean isArray isInteger isNaN isFinite includes startsWith endsWith some every has test hasOwn",
  ),
  ...group(
    "array",
    "split map filter flatMap flat keys values entries from sort reverse toSorted toReversed splice of",
  ),
  ...group("object", "fromEntries assign parse"),
  ...group("promise", "fetch allSettled then"),
]);

/** What functions and methods of Python give, by their last name. */
export const pythonCallTypes: ReadonlyMap<string, SimpleType> = new Map([
  ...group(
    "number",
    "len int float abs sum round count index find rfind ord floor ceil sqrt pow divmod total_seconds",
  ),
  ...group(
    "string",
    "str repr strip lstrip rstrip upper lower title capitalize join replace format chr zfill ljust rjust",
  ),
  ...group("string", "center removeprefix removesuffix isoformat strftime casefold swapcase"),
  ...group(
    "boolean",
    "bool isinstance any all startswith endswith isdigit isalpha isalnum isspace isupper islower hasattr",
  ),
  ...group(
    "array",
    "list sorted range tuple split rsplit splitlines reversed enumerate zip map filter items keys values",
  ),
  ...group("array", "findall most_common partition"),
  ...group("dict", "dict defaultdict Counter OrderedDict fromkeys"),
  ...group("set", "set frozenset union intersection difference"),
]);
