/**
 * Takes back what a run changed in its process, so that the next one begins as if it were alone: variables, folder,
 * listeners, timers, built-in objects. What cannot be taken back makes the process unfit for another run.
 */
const shared = [
  ...[
    globalThis,
    Object,
    Object.prototype,
    Function.prototype,
    Array,
    Array.prototype,
    String,
    String.prototype,
  ],
  ...[Number, Number.prototype, Boolean.prototype, Symbol.prototype, BigInt.prototype, Math, JSON, Reflect],
  ...[Date, Date.prototype, RegExp.prototype, Promise, Promise.prototype, Map.prototype, Set.prototype],
  ...[WeakMap.prototype, Error, Error.prototype, Iterator.prototype, console, process, performance],
];
/** They are made when they are first asked for. */
const lazy = new Set(["mainModule", "report", "channel", "env", "exitCode", "exit"]);
/** What runners keep there between runs. */
const isTheirs = (object, key) =>
  object === globalThis && (typeof key === "symbol" || /^__(?:vitest|vite|VITEST)/.test(key));

/** Remembers this process as it is now. `isHeld`: a server of the runner comes and goes in it. */
export function openCleanUp({ isHeld }) {
  const timers = trackTimers();
  let known = remember();

  return {
    /** What is here now was not made by a run, as what a package leaves behind that is loaded only once. */
    accept() {
      known = remember();
    },
    /** Puts back what can be put back: whether anything had to be, and whether all of it could. */
    restore() {
      if (process.cwd() !== known.cwd) process.chdir(known.cwd);
      restoreVariables(known.env);
      restoreListeners(known.listeners);
      process.exitCode = undefined;
      timers.clear();
      const results = known.objects.map(restoreObject);
      return {
        isChanged: results.some(({ isChanged }) => isChanged),
        isWhole: results.every(({ isWhole }) => isWhole),
      };
    },
    /** Whether nothing is still at work that was not before. */
    isQuiet: async () => isHeld || (await isQuiet(known.resources)),
  };
}

function remember() {
  return {
    cwd: process.cwd(),
    env: { ...process.env },
    objects: shared.map(describeObject),
    listeners: new Map(process.eventNames().map((name) => [name, process.rawListeners(name)])),
    resources: process.getActiveResourcesInfo().length,
  };
}

function describeObject(object) {
  const fields = [];
  for (const key of Reflect.ownKeys(object)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
    if (descriptor !== undefined && "value" in descriptor && !lazy.has(key) && !isTheirs(object, key))
      fields.push([key, descriptor]);
  }
  return { object, fields, keys: new Set(Reflect.ownKeys(object)) };
}

function restoreObject({ object, fields, keys }) {
  let isWhole = Reflect.isExtensible(object);
  let isChanged = false;
  const put = (key, descriptor) => {
    isChanged = true;
    isWhole = Reflect.defineProperty(object, key, descriptor) && isWhole;
  };
  for (const [key, descriptor] of fields) if (!Object.is(object[key], descriptor.value)) put(key, descriptor);
  const now = Reflect.ownKeys(object);
  if (now.length === keys.size) return { isChanged, isWhole };
  for (const key of now) {
    if (keys.has(key) || lazy.has(key) || isTheirs(object, key)) continue;
    isChanged = true;
    isWhole = Reflect.deleteProperty(object, key) && isWhole;
  }
  return { isChanged, isWhole };
}

function restoreVariables(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

function restoreListeners(listeners) {
  for (const name of process.eventNames()) {
    const kept = listeners.get(name) ?? [];
    for (const listener of process.rawListeners(name))
      if (!kept.includes(listener)) process.removeListener(name, listener);
  }
}

/** Something that was closed is gone a turn later. */
async function isQuiet(resources) {
  for (let turn = 0; turn < 3; turn += 1) {
    if (process.getActiveResourcesInfo().length <= resources) return true;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}

/** Remembers timers that are started, so that those that are left can be stopped. */
function trackTimers() {
  const started = new Set();
  for (const [name, stop] of [
    ["setTimeout", clearTimeout],
    ["setInterval", clearInterval],
  ]) {
    const original = globalThis[name];
    const tracked = (...args) => {
      const timer = original(...args);
      started.add(() => stop(timer));
      return timer;
    };
    for (const key of Reflect.ownKeys(original))
      Reflect.defineProperty(tracked, key, Reflect.getOwnPropertyDescriptor(original, key));
    globalThis[name] = tracked;
  }
  return {
    clear() {
      for (const stop of started) stop();
      started.clear();
    },
  };
}
