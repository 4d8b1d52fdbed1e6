/**
 * A reporter for node:test (`--test-reporter=…/node-test-reporter.mjs --test-reporter-destination=FILE`) that
 * writes JSON lines: a `start` line, one `test` line for each finished test, suite or test file, an `end` line with
 * the counts. It runs inside the user's project under the user's own Node (18 and newer), so it is plain JavaScript
 * without dependencies. `src/gates/parsers/node-test.ts` reads the lines.
 *
 * With NIGHTSHIFT_TEST_FILE_LIMIT_MS it ends test files that take longer: node:test ends a test (`--test-timeout`, since
 * Node 20.11), but never a file that loops or keeps its event loop busy.
 */
import { subscribe } from "node:diagnostics_channel";
import { resolve } from "node:path";
import { inspect } from "node:util";

const MAX_TEXT = 8192;
const MAX_CAUSES = 3;
/** A file with less time than a sixteenth of the first one's would be ended for no fault of its own. */
const MAX_HALVINGS = 4;

const fileLimit = limitFiles(takeLimitMs());

// A default export since node:test takes a reporter from nowhere else.
export default async function* reportTests(source) {
  const files = trackFiles();
  const names = [];
  const counts = { tests: 0, failed: 0 };
  yield line({ type: "start", reporter: "nightshift-node-test", version: 1, node: process.version });
  for await (const { type, data } of source) {
    if (type === "test:dequeue") files.open(data);
    if (type === "test:stderr" || type === "test:diagnostic") files.hear(data);
    if (type === "test:start") names.splice(data.nesting, Number.POSITIVE_INFINITY, data.name);
    if (type !== "test:pass" && type !== "test:fail") continue;
    const record = describeTest({ type, data, names, files });
    counts.tests += 1;
    if (record.status === "failed") counts.failed += 1;
    yield line(record);
  }
  yield line({ type: "end", ...counts });
}

/** One finished test as it is written. `path` holds the names from the outermost suite to the test itself. */
function describeTest({ type, data, names, files }) {
  const isFile = isFileEvent(data);
  const isExcused = isSet(data.skip) || isSet(data.todo);
  const status =
    type === "test:fail" ? (isExcused ? "skipped" : "failed") : isSet(data.skip) ? "skipped" : "passed";
  const file = isFile ? data.file : files.entryOf(data);
  const error = status === "failed" ? data.details?.error : undefined;
  return {
    type: "test",
    kind: isFile ? "file" : data.details?.type === "suite" ? "suite" : "test",
    file: file ?? "",
    path: isFile ? [] : [...names.slice(0, data.nesting), data.name],
    status,
    durationMs: data.details?.duration_ms,
    ...(error === undefined ? {} : describeFailure(error)),
    // A file that crashed has said why on its standard error or in a diagnostic alone.
    ...(isFile && status === "failed" ? describeCrash(data.file, files) : {}),
  };
}

function describeCrash(file, files) {
  const message = fileLimit.explain(file);
  return message === undefined ? { output: files.heardFrom(file) } : { message, stack: "" };
}

/** Tests must not see the variable. */
function takeLimitMs() {
  const limitMs = Number(process.env.NIGHTSHIFT_TEST_FILE_LIMIT_MS);
  delete process.env.NIGHTSHIFT_TEST_FILE_LIMIT_MS;
  return limitMs;
}

/**
 * Ends the process of each test file that is not over in time (https://nodejs.org/api/diagnostics_channel.html). After
 * each one that had to be ended the next ones have half the time, so that several that hang do not use up the gate's.
 */
function limitFiles(limitMs) {
  const ended = [];
  if (limitMs > 0) {
    subscribe("child_process", ({ process: child }) => {
      const fileMs = limitMs / 2 ** Math.min(ended.length, MAX_HALVINGS);
      const timer = setTimeout(() => {
        ended.push({ words: child.spawnargs, seconds: Math.round(fileMs / 100) / 10 });
        child.kill("SIGKILL");
      }, fileMs);
      timer.unref();
      child.once("exit", () => clearTimeout(timer));
    });
  }
  return {
    explain(file) {
      const end = ended.find(({ words }) => words.some((word) => resolve(word) === file));
      if (end === undefined) return undefined;
      return `timed out after ${end.seconds} s: a test did not end, or left something open that keeps the file running`;
    },
  };
}

/** Message and stack of what a test threw, with the causes of the error beneath it. */
function describeFailure(error) {
  // node:test wraps what the test threw; the wrapper's own stack is of no use.
  const thrown = error.code === "ERR_TEST_FAILURE" && error.cause !== undefined ? error.cause : error;
  const stacks = [];
  for (let at = thrown; isError(at) && stacks.length <= MAX_CAUSES; at = at.cause) {
    stacks.push(`${stacks.length === 0 ? "" : "[cause]: "}${toText(at.stack ?? at.message)}`);
  }
  return {
    failureType: error.failureType,
    message: clip(isError(thrown) ? `${toText(thrown.name)}: ${thrown.message}` : toText(thrown)),
    stack: clip(stacks.join("\n")),
  };
}

/**
 * Follows which test file is being reported. Node 24 says so in `entryFile`; before, `file` is where the test was
 * defined, which is not the test file where a helper defines it. Files are reported one after the other, in the
 * order in which they start.
 */
function trackFiles() {
  const opened = [];
  const heard = new Map();
  let isSequential;
  let current;
  return {
    open(data) {
      if (isFileEvent(data)) opened.push(data.file);
    },
    hear({ file, message }) {
      // Node 22 and newer give this path as it stood on the command line.
      const key = file === undefined ? "" : resolve(file);
      heard.set(key, `${heard.get(key) ?? ""}${message}`.slice(-MAX_TEXT));
    },
    heardFrom: (file) => heard.get(file) ?? "",
    entryOf({ file, entryFile }) {
      if (entryFile !== undefined) return entryFile;
      // `node file.mjs` without --test: there are no test files but the program itself.
      if (opened.length === 0) return process.argv.includes("--test") ? file : (process.argv[1] ?? file);
      isSequential ??= opened.length === 1;
      if (file !== undefined && opened.includes(file)) current = file;
      else if (isSequential) current = opened.at(-1);
      // Several files run at once: a helper's test counts for the file that was reported last.
      return current ?? opened[0];
    },
  };
}

/** Whether an event is about a whole test file: those have the file's path as their name. */
function isFileEvent({ name, nesting, file }) {
  return nesting === 0 && file !== undefined && resolve(name) === file;
}

/** `skip` and `todo` are true, a reason (which may be empty) or absent. */
function isSet(value) {
  return value !== undefined && value !== false;
}

function isError(value) {
  return typeof value === "object" && value !== null && typeof value.message === "string";
}

/** Anything may be thrown: an object without a prototype has no text of its own, and a text may throw, too. */
function toText(value) {
  try {
    return String(value);
  } catch {
    return inspect(value, { customInspect: false, depth: 1 });
  }
}

function clip(text) {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

function line(record) {
  return `${JSON.stringify(record)}\n`;
}
