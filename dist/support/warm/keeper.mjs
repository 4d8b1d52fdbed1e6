/**
 * Keeps the processes of a warm session, all of them inside the sandbox: `node keeper.mjs SETTINGS`. Requests come in by a
 * named pipe, and their outcomes go out by another one behind the session's token. What a candidate does to its process
 * costs that candidate alone: a process that hangs is killed, one that ends is started again, and who was not the first in
 * a process that ended is run once more in a fresh one, since what ended it may have been left there by another.
 */
import { spawn } from "node:child_process";
import { constants, openSync, readFileSync, rmSync } from "node:fs";
import nodeModule from "node:module";
import { openLink, takeLines } from "./line-link.mjs";

const MAX_HEARD = 2_000;
const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
// The token is in there, and candidates could read it.
rmSync(process.argv[2], { force: true });

const queue = [];
const lanes = [];
let prepared = null;
const link = openLink({
  reading: openSync(settings.requests, O_RDONLY | O_NONBLOCK),
  writing: openSync(settings.outcomes, O_WRONLY | O_NONBLOCK),
  onMessage: take,
  onEnd: () => process.exit(0),
});
const tell = (message) => link.send(message, `${settings.token} `);
process.on("exit", () => {
  for (const { child } of lanes) if (child !== null) kill(child);
});
const fault =
  typeof nodeModule.registerHooks === "function" && typeof nodeModule.stripTypeScriptTypes === "function"
    ? null
    : `Node ${process.version} has no synchronous hooks for modules (22.15 has)`;
tell({ type: "ready", fault });
for (let at = 0; fault === null && at < settings.width; at += 1) lanes.push(startLane());

function take(message) {
  if (message.type === "drop") {
    queue.length = 0;
    for (const lane of lanes) lane.drop();
    return tell({ type: "dropped", id: message.id });
  }
  if (message.type === "narrow") {
    for (const lane of lanes.splice(1)) lane.end();
    return undefined;
  }
  if (message.type === "prepare") {
    prepared = message;
    for (const lane of lanes) lane.prepare();
    return undefined;
  }
  queue.push({ request: message, hasFailed: false });
  for (const lane of lanes) lane.feed();
}

/** One process at a time, and what it works on. */
function startLane() {
  const lane = { child: null, feed, drop, prepare, end };
  let job = null;
  let runs = 0;
  let timer = null;
  start();
  return lane;

  function start() {
    runs = 0;
    let heard = "";
    const child = spawn(process.execPath, [...settings.nodeOptions, settings.child], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      // A group of its own, so that what a candidate started goes with it.
      detached: true,
    });
    const pipe = child.stdio[3];
    child.stderr.setEncoding("utf8").on("data", (text) => {
      heard = (heard + text).slice(-MAX_HEARD);
    });
    pipe.setEncoding("utf8").on("error", () => {});
    pipe.on(
      "data",
      takeLines((line) => hear(line, child)),
    );
    // Whoever closes the pipe has nothing more to say.
    pipe.on("end", () => kill(child));
    child.on("error", () => {});
    child.on("close", (code, signal) => {
      // What it left running holds files and the processor.
      kill(child);
      if (lane.child === child)
        lost(
          signal === null ? `its process exited with ${code}` : `its process was ended by ${signal}`,
          heard,
        );
    });
    pipe.write(`${JSON.stringify(settings.session)}\n`);
    lane.child = child;
    prepare();
    feed();
  }

  function prepare() {
    if (prepared !== null) lane.child?.stdio[3].write(`${JSON.stringify(prepared)}\n`);
  }

  function feed() {
    if (job !== null || queue.length === 0) return;
    if (lane.child === null) return start();
    job = queue.shift();
    lane.child.stdio[3].write(`${JSON.stringify(job.request)}\n`);
    timer = setTimeout(() => {
      finish({ status: "ended", reason: `it was killed after ${Math.round(job.request.wallMs / 1000)} s` });
      restart();
    }, job.request.wallMs);
  }

  function hear(line, child) {
    if (lane.child !== child || job === null) return;
    const { outcome, isDirty } = parse(line) ?? {};
    if (outcome === undefined) return;
    finish(outcome);
    runs += 1;
    if (isDirty || runs >= settings.runsPerProcess) restart();
    else feed();
  }

  function lost(reason, heard) {
    if (job !== null && runs > 0 && !job.hasFailed) {
      queue.unshift({ ...job, hasFailed: true });
      clear();
    } else if (job !== null) finish({ status: "ended", reason, heard });
    lane.child = null;
    // One that cannot even start would be started for ever.
    if (runs > 0) start();
    else feed();
  }

  function finish(outcome) {
    tell({ type: "outcome", id: job.request.id, outcome });
    clear();
  }

  function clear() {
    clearTimeout(timer);
    job = null;
  }

  function restart() {
    const { child } = lane;
    lane.child = null;
    kill(child);
    start();
  }

  function end() {
    const { child } = lane;
    lane.child = null;
    if (child !== null) kill(child);
  }

  function drop() {
    if (job === null) return;
    clear();
    restart();
  }
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    // A candidate wrote to the descriptor.
    return null;
  }
}

function kill(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
