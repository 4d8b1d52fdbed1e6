/**
 * Calls functions of a project's modules with given arguments and says what they do: `node probe.mjs REQUEST`, where
 * REQUEST is a JSON file {token, callMs, loadMs, targets: [{path, name, inputs}]} with absolute paths. The last line that it prints
 * starts with the token; behind it is JSON {results, callsMs}: for each target a list of texts, one for each input, or why
 * it cannot be called. It runs inside the user's project under the user's own Node (18 and newer), so it is plain
 * JavaScript without dependencies. `src/brain/behaviour/run-probe.ts` starts it and reads the line.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const MAX_TEXT = 2000;
const MAX_ITEMS = 50;
const MAX_DEPTH = 6;
/** Threads that are started again after a call that did not end or ended its thread. */
const MAX_THREADS = 6;

if (isMainThread) await supervise(JSON.parse(readFileSync(process.argv[2], "utf8")));
else await work(workerData);

async function supervise({ token, callMs, loadMs, targets }) {
  const results = targets.map(({ inputs }) => inputs.map(() => "not-run"));
  let callsMs = 0;
  let next = { target: 0, input: 0 };
  for (let threads = 0; threads < MAX_THREADS && next !== null; threads += 1) {
    next = await runThread(next);
  }
  writeSync(1, `\n${token} ${JSON.stringify({ results, callsMs })}\n`);
  process.exit(0);

  /** Runs calls in a thread of their own until all are done or one of them ends it; gives where to go on. */
  function runThread(from) {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { targets, from },
      stdout: true,
      stderr: true,
    });
    return new Promise((settle) => {
      let at = from;
      let timer = setTimeout(() => stop("times-out"), loadMs);
      const stop = (why) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        // What goes wrong after this is nobody's.
        worker.on("error", () => {});
        void worker.terminate();
        if (at === null) return settle(null);
        if (at.input === -1 || results[at.target].length === 0) return settle(skip(at.target, why));
        results[at.target][at.input] = why;
        settle(follow(at));
      };
      worker.on("message", (message) => {
        clearTimeout(timer);
        if (message.type === "loading") at = { target: message.target, input: -1 };
        if (message.type === "calling") at = message.at;
        if (message.type === "called") {
          results[message.at.target][message.at.input] = message.text;
          callsMs += message.ms;
        }
        if (message.type === "unloadable") {
          at = skip(message.target, message.reason);
          if (at === null) return stop("");
        }
        if (message.type === "done") {
          at = null;
          return stop("");
        }
        timer = setTimeout(() => stop("times-out"), message.type === "loading" ? loadMs : callMs);
      });
      worker.on("error", (error) => stop(`ends with ${nameOf(error)}`));
      worker.on("exit", () => stop("exits"));
    });
  }

  function skip(target, reason) {
    results[target] = reason;
    return target + 1 < targets.length ? { target: target + 1, input: 0 } : null;
  }

  function follow({ target, input }) {
    if (input + 1 < targets[target].inputs.length) return { target, input: input + 1 };
    return target + 1 < targets.length ? { target: target + 1, input: 0 } : null;
  }
}

async function work({ targets, from }) {
  allowBareImports();
  for (let target = from.target; target < targets.length; target += 1) {
    parentPort.postMessage({ type: "loading", target });
    const { path, name, inputs } = targets[target];
    const call = await load(path, name);
    if (typeof call === "string") {
      parentPort.postMessage({ type: "unloadable", target, reason: call });
      continue;
    }
    for (let input = target === from.target ? from.input : 0; input < inputs.length; input += 1) {
      const at = { target, input };
      parentPort.postMessage({ type: "calling", at });
      const started = performance.now();
      const first = await observe(call, inputs[input]);
      const ms = performance.now() - started;
      const second = await observe(call, inputs[input]);
      parentPort.postMessage({ type: "called", at, text: first === second ? first : "unstable", ms });
    }
  }
  parentPort.postMessage({ type: "done" });
}

async function load(path, name) {
  try {
    const module = await import(pathToFileURL(path).href);
    const found = name in module ? module[name] : module.default?.[name];
    if (typeof found !== "function") return `unloadable: ${name} is no function`;
    return (...values) => found(...values);
  } catch (error) {
    return `unloadable: ${nameOf(error)}`;
  }
}

/** TypeScript's and bundlers' ways to name a file: "./a.js" for a.ts, "./a" for a.js. */
function allowBareImports() {
  nodeModule.registerHooks?.({
    resolve(specifier, context, nextResolve) {
      const bare = specifier.replace(/\.([cm]?)js$/, ".$1ts");
      const ways = [
        specifier,
        bare,
        ...[".ts", ".js", "/index.ts", "/index.js"].map((end) => specifier + end),
      ];
      for (const way of specifier.startsWith(".") ? ways : []) {
        try {
          return nextResolve(way, context);
        } catch {
          // The next way.
        }
      }
      return nextResolve(specifier, context);
    },
  });
}

async function observe(call, input) {
  const values = decode(input);
  const before = show(values);
  const outcome = await settle(call, values);
  const after = show(values);
  const text = after === before ? outcome : `${outcome}, leaves ${after}`;
  if (text.length <= MAX_TEXT) return text;
  return `${text.slice(0, 200)}… ${createHash("sha256").update(text).digest("hex")}`;
}

async function settle(call, values) {
  try {
    const result = call(...values);
    if (typeof result?.then === "function") return `resolves to ${show(await result)}`;
    return `returns ${show(result)}`;
  } catch (error) {
    return `throws ${nameOf(error)}`;
  }
}

function decode(value) {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const special = value.$nightshift;
  if (special === "undefined") return undefined;
  if (typeof special === "string") return Number(special);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}

/** A value as text, the same for values that a test would call equal. Messages of errors are left out: they may be worded. */
function show(value, depth = 0, above = []) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return "[function]";
  if (typeof value !== "object" || value === null) return String(value);
  if (above.includes(value)) return "[circular]";
  if (depth >= MAX_DEPTH) return "[deep]";
  const inner = (part) => show(part, depth + 1, [...above, value]);
  const list = (items) => {
    const shown = [];
    for (const item of items) {
      if (shown.length === MAX_ITEMS) return [...shown, "…"].join(", ");
      shown.push(inner(item));
    }
    return shown.join(", ");
  };
  if (Array.isArray(value)) return `[${list(value)}]`;
  if (value instanceof Error) return `[${nameOf(value)}]`;
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (value instanceof RegExp) return String(value);
  const name = value.constructor?.name ?? "";
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value))
    return `${name}(${list(value)})`;
  if (typeof value.next === "function" && typeof value[Symbol.iterator] === "function")
    return `steps(${list(value)})`;
  const keys = Object.keys(value).sort().slice(0, MAX_ITEMS);
  const pairs = keys.map((key) => `${JSON.stringify(key)}: ${inner(value[key])}`);
  return `${name === "Object" ? "" : name}{${pairs.join(", ")}}`;
}

function nameOf(error) {
  return error instanceof Error ? error.name : `a ${typeof error}`;
}
