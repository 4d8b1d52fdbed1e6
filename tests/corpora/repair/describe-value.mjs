const MOST_ITEMS = 1_000;

/**
 * All that can be seen of a value, as a text: NaN and -0, undefined, maps and sets in their order, classes by name,
 * iterators by what they give, promises by what they become. Objects that hold themselves end at a mark.
 */
export async function describeValue(value, above = []) {
  if (value === null || typeof value === "undefined" || typeof value === "boolean") return String(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "symbol" || typeof value === "function") return typeof value;
  if (above.includes(value) || above.length > 12) return "(again)";
  return await describeObject(value, [...above, value]);
}

async function describeObject(value, above) {
  const all = async (items) =>
    (await Promise.all(items.map((item) => describeValue(item, above)))).join(", ");
  if (value instanceof Promise) return await describePromise(value, above);
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Error) return `${value.name}(${value.message})`;
  if (value instanceof Map) return `Map{${await all([...value].flat())}}`;
  if (value instanceof Set) return `Set{${await all([...value])}}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const holes = Array.isArray(value) ? value.length - Object.keys(value).length : 0;
    return `${Array.isArray(value) ? "" : value.constructor.name}[${await all(Array.from(value))}]${holes > 0 ? `-${holes}` : ""}`;
  }
  if (typeof value.next === "function" && typeof value[Symbol.iterator] === "function")
    return `iterator[${await all(take(value))}]`;
  const name = value.constructor?.name ?? "null";
  const keys = Object.keys(value).sort();
  const fields = await Promise.all(
    keys.map(async (key) => `${key}: ${await describeValue(value[key], above)}`),
  );
  return `${name === "Object" || name === "null" ? "" : name}{${fields.join(", ")}}`;
}

async function describePromise(value, above) {
  try {
    return `resolves ${await describeValue(await value, above)}`;
  } catch (error) {
    return `rejects ${error?.message ?? error}`;
  }
}

function take(iterator) {
  const taken = [];
  for (const item of iterator) {
    taken.push(item);
    if (taken.length === MOST_ITEMS) break;
  }
  return taken;
}
