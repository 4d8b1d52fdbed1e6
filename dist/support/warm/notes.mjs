/** Values that instrumented sources note: `__nightshift_note(id, value)` gives the value back. */
const MAX_OF_TEST = 20;
const MAX_OF_ID = 1_000;
const MAX_IDS = 5_000;
const MAX_TEXT = 200;
const MAX_DEPTH = 4;
const MAX_ITEMS = 20;

/** Defines the global function; `findTest()` names the test that is running, or gives null. */
export function openNotes({ findTest }) {
  const notes = new Map();
  const counts = new Map();
  globalThis.__nightshift_note = (id, value) => {
    const key = String(id);
    const test = findTest();
    const place = `${key}\0${test}`;
    const count = counts.get(place) ?? 0;
    const list = notes.get(key) ?? [];
    if (count < MAX_OF_TEST && list.length < MAX_OF_ID && (list.length > 0 || notes.size < MAX_IDS)) {
      counts.set(place, count + 1);
      list.push({ test, type: nameType(value), text: show(value) });
      notes.set(key, list);
    }
    return value;
  };
  return {
    read: () => Object.fromEntries(notes),
    close: () => delete globalThis.__nightshift_note,
  };
}

function nameType(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function show(value) {
  try {
    return describe(value, 0).slice(0, MAX_TEXT);
  } catch {
    // A proxy, or a getter that throws.
    return "[hidden]";
  }
}

function describe(value, depth) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return `[function ${value.name}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (depth >= MAX_DEPTH) return "[deep]";
  if (Array.isArray(value)) return `[${value.slice(0, MAX_ITEMS).map((item) => describe(item, depth + 1))}]`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype)
    return `[${value.constructor?.name ?? "object"}${"size" in value ? ` of ${value.size}` : ""}]`;
  const pairs = Object.keys(value).slice(0, MAX_ITEMS);
  return `{${pairs.map((key) => `${JSON.stringify(key)}:${describe(value[key], depth + 1)}`)}}`;
}
