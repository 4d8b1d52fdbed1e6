/**
 * JavaScript that tells which of what tests rest on was replaced between two looks. `known` holds further objects,
 * such as assertion libraries, as `[label, object]`. Only functions that are replaced or taken away count, and what
 * is added to Object.prototype or where values are compared: libraries may add other things as they are loaded.
 */
export const javascriptWatch = `
const watch = (known) => {
  const at = (label, object, keys) => ({ label, object, keys });
  const own = (label, object) => at(label, object, null);
  // Jest gives each file its own and keeps them; mocha gives each file others.
  const declarers = ["test", "it", "describe", "beforeEach", "afterEach", "beforeAll", "afterAll"];
  const targets = [
    ...[Object, Function, Array, String, Number, Boolean, RegExp, Map, Set, WeakMap, Promise, Error, Date, Symbol]
      .flatMap((kind) => [own(kind.name, kind), own(kind.name + ".prototype", kind.prototype)]),
    own("JSON", JSON), own("Math", Math), own("Reflect", Reflect),
    own("array iterator", Object.getPrototypeOf([][Symbol.iterator]())),
    own("asynchronous function", Object.getPrototypeOf(async () => {})),
    own("iterator", Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))),
    at("globalThis", globalThis, ["Object", "Function", "Array", "String", "Number", "Boolean", "RegExp", "Map", "Set",
      "Promise", "Error", "Date", "Symbol", "Proxy", "JSON", "Math", "Reflect", "eval", "parseInt", "parseFloat",
      "isNaN", "isFinite", "setTimeout", "setInterval", "setImmediate", "queueMicrotask",
      "expect", ...(process.env.JEST_WORKER_ID === undefined ? [] : declarers)]),
    at("process", process, ["exit", "reallyExit", "abort", "kill", "emit", "send", "on", "once", "nextTick", "hrtime"]),
    at("process.stdout", process.stdout, ["write"]), at("process.stderr", process.stderr, ["write"]),
    at("console", console, ["log", "error", "info", "warn"]),
    ...known.filter(([, object]) => object !== null && (typeof object === "object" || typeof object === "function"))
      .map(([label, object, keys]) => at(label, object, keys ?? null)),
  ];
  const trap = new Set(["asymmetricMatch", "toJSON", "valueOf", "toString", "equals", "then", Symbol.toPrimitive]);
  const look = () => targets.map(({ object, keys }) => {
    const seen = new Map();
    for (const key of keys ?? Reflect.ownKeys(object)) {
      const property = keys === null ? Reflect.getOwnPropertyDescriptor(object, key) : { value: Reflect.get(object, key) };
      seen.set(key, typeof property?.value === "function" ? property.value : property?.get ?? null);
    }
    return seen;
  });
  const first = look();
  return () => look().flatMap((second, index) => {
    const { label, object } = targets[index];
    const changed = [];
    for (const [key, value] of first[index]) {
      if (typeof value === "function" && second.get(key) !== value) changed.push(label + "." + String(key));
    }
    for (const key of second.keys()) {
      const isNew = !first[index].has(key) && object !== globalThis;
      if (isNew && (object === Object.prototype || (trap.has(key) && label.endsWith("prototype")))) {
        changed.push(label + "." + String(key));
      }
    }
    return changed;
  });
};
`;
