const unescape = (part) => part.replaceAll("~1", "/").replaceAll("~0", "~");
const escape = (part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1");

/** The parts of a pointer (RFC 6901). */
export function parsePointer(pointer) {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new SyntaxError(`not a pointer: ${pointer}`);
  return pointer.slice(1).split("/").map(unescape);
}

export function formatPointer(parts) {
  return parts.map((part) => `/${escape(part)}`).join("");
}

/** The value at a pointer, or undefined. */
export function get(document, pointer) {
  let value = document;
  for (const part of parsePointer(pointer)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/** Another document with a value set; folders that are missing are made, `-` adds to a list. */
export function set(document, pointer, value) {
  return setParts(document, parsePointer(pointer), value);
}

function setParts(document, [part, ...rest], value) {
  if (part === undefined) return value;
  if (Array.isArray(document)) {
    const index = part === "-" ? document.length : Number(part);
    if (!Number.isInteger(index) || index < 0 || index > document.length) throw new RangeError(`no place in a list: ${part}`);
    const copy = [...document];
    copy[index] = setParts(document[index], rest, value);
    return copy;
  }
  const object = document !== null && typeof document === "object" ? document : {};
  return { ...object, [part]: setParts(object[part], rest, value) };
}

/** Another document without what is at a pointer; the same one where nothing is there. */
export function remove(document, pointer) {
  const parts = parsePointer(pointer);
  const last = parts.pop();
  const parent = get(document, formatPointer(parts));
  if (last === undefined || parent === null || typeof parent !== "object" || !Object.hasOwn(parent, last)) return document;
  if (Array.isArray(parent)) return setParts(document, parts, parent.filter((_, index) => String(index) !== last));
  const { [last]: _, ...rest } = parent;
  return setParts(document, parts, rest);
}

/** Pointers of all values that hold no others, with the values. */
export function flatten(document, base = "") {
  if (document === null || typeof document !== "object" || Object.keys(document).length === 0) return { [base]: document };
  let flat = {};
  for (const [key, value] of Object.entries(document)) {
    flat = { ...flat, ...flatten(value, `${base}/${escape(key)}`) };
  }
  return flat;
}
