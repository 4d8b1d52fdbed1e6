/** What a process of a warm session does: one request after the other, each as if it were alone. */
import { join } from "node:path";
import { openCleanUp } from "./clean-up.mjs";
import { openCover } from "./cover.mjs";
import { describeFailure } from "./describe-failure.mjs";
import { installFuel, readFuel, refuel } from "./fuel.mjs";
import { openMarks } from "./marks.mjs";
import { openNotes } from "./notes.mjs";

/** Instances of modules are never given back. */
const MAX_RSS_BYTES = 700 * 1024 * 1024;

const engines = {
  "node-test": async (session) => (await import("./engine-node-test.mjs")).openNodeTest(session),
  vitest: async (session) => await (await import("./engine-vitest.mjs")).openVitest(session),
};

/** Makes this process ready, and gives what serves a request. `isHeld`: a run must not end because nothing is left to do. */
export async function openWork(session) {
  const { root } = session;
  const engine = await engines[session.runner](session);
  installFuel();
  const cleanUp = openCleanUp(engine);
  const jobs = { run, trace, mark, observe };
  let prepared = new Map();
  let isFit = true;
  let isBase = true;

  return { serve, isHeld: engine.isHeld };

  async function serve(request) {
    if (request.type === "prepare") {
      prepared = new Map(request.texts.map(({ path, content }) => [join(root, path), content]));
      for (const url of request.packages) await import(url).catch(() => {});
      engine.takePackages();
      cleanUp.accept();
      return null;
    }
    const edits = request.edits.map(({ path, content }) => [join(root, path), content]);
    const foreign = edits.find(([path]) => !engine.canEdit(path))?.[0];
    if (foreign !== undefined) return { outcome: { status: "ended", reason: `${foreign} is no module` } };
    refuel(request.fuel);
    isFit = true;
    isBase = edits.length === 0;
    const outcome = await jobs[request.kind](request, edits);
    const isQuiet = await cleanUp.isQuiet();
    cleanUp.restore();
    const isFull = process.memoryUsage.rss() > MAX_RSS_BYTES;
    return { outcome, isDirty: !isFit || !isQuiet || isFull || request.kind === "trace" };
  }

  async function run(request, edits) {
    const texts = new Map([...prepared, ...edits]);
    const modules = {};
    let hasFailed = false;
    const onStep = (test) => {
      hasFailed ||= request.endsAtFailure === true && test.status === "failed";
    };
    let total = 0;
    let hasHang = false;
    const isOver = () => hasFailed || readFuel().isSpent;
    const runAll = async (files) => {
      const checks = [];
      for (const { file, only } of files) {
        if (request.fuelEach !== undefined) refuel(request.fuelEach);
        const found = await runFile({ file, only, texts, onStep, isOver });
        const { isSpent, used } = readFuel();
        total = request.fuelEach === undefined ? used : total + (isSpent ? 0 : used);
        const whole = { ...nameCheck(file, ["(file)"]), message: "" };
        hasHang ||= isSpent;
        if (request.fuelEach !== undefined && isSpent)
          checks.push(...cutAtHang(found), { ...whole, status: "failed" });
        else checks.push(...found.map(({ test: _, isStarved: __, ...check }) => check));
        // A file that could not be loaded has its tests reported in place of itself when it can.
        if (
          request.targets.includes(identify(whole)) &&
          !isSpent &&
          !found.some(({ name }) => name === "(file)")
        )
          checks.push({ ...whole, status: "passed" });
        modules[file] = engine.loaded();
        hasFailed ||= request.endsAtFailure === true && found.some(({ status }) => status === "failed");
        if (hasFailed || (isSpent && request.fuelEach === undefined)) break;
      }
      return checks;
    };
    const isStarved = () => request.fuelEach === undefined && readFuel().isSpent;
    const first = await runAll(request.first);
    if (isStarved()) return { status: "out-of-fuel", checks: first };
    const passed = new Set(first.filter(({ status }) => status === "passed").map(identify));
    if (request.endsAtFailure) return { status: "ran", checks: first, isComplete: !hasFailed, used: total };
    if (request.first.length > 0 && !request.targets.some((target) => passed.has(target)))
      return { status: "ran", checks: first, isComplete: false, used: total };
    const checks = await runAll(request.rest.map((file) => ({ file, only: null })));
    if (isStarved()) return { status: "out-of-fuel", checks };
    const wanted = request.wantsModules ? { modules, packages: engine.packages() } : {};
    return { status: "ran", checks, isComplete: true, used: total, hasHang, ...wanted };
  }

  /** Offsets are those of the files on the disk, so nothing is put in their place. */
  async function trace(request) {
    const cover = openCover({ root });
    const parts = [];
    for (const file of request.rest) {
      const active = [];
      const taken = new Map([[null, []]]);
      const take = () => {
        const scripts = cover.take();
        for (const owner of active.length === 0 ? [null] : active)
          taken.set(owner, [...(taken.get(owner) ?? []), scripts]);
      };
      const onStep = (test, phase) => {
        take();
        if (phase === "start") active.push(test);
        else active.splice(active.indexOf(test), 1);
      };
      const checks = await runFile({ file, only: null, texts: new Map(), onStep });
      take();
      parts.push({ file, load: taken.get(null) });
      for (const { test, ...check } of checks) parts.push({ ...check, takes: taken.get(test) ?? [] });
    }
    cover.close();
    return { status: "ran", checks: [], isComplete: true, answer: JSON.stringify(parts) };
  }

  /** As `trace`, where the runner rewrites sources: they tell by themselves. */
  async function mark(request, edits) {
    const marks = openMarks(engine);
    const parts = [];
    for (const file of request.rest) {
      refuel(request.fuelEach);
      const checks = await runFile({ file, only: null, texts: new Map(edits), isOver: isSpent });
      const taken = marks.take();
      const byName = new Map();
      for (const [task, ids] of taken) {
        const key = task === null ? null : identify(nameCheck(file, engine.listNames(task)));
        byName.set(key, [...(byName.get(key) ?? []), ids]);
      }
      const load = (byName.get(null) ?? []).flatMap((ids) => [...ids]);
      const tests = checks.map(({ suite, name, status, message }) => {
        const ids = byName.get(identify({ file, suite, name }))?.shift() ?? [];
        return { suite, name, status, message, marks: [...ids] };
      });
      // The gate knows a file that hangs, and not in which test.
      const failing = tests.filter(({ status }) => status === "failed").flatMap((test) => test.marks);
      const whole = { suite: "", name: "(file)", status: "failed", message: "", marks: failing };
      parts.push({ file, load, tests: isSpent() ? [...tests, whole] : tests });
    }
    marks.close();
    return { status: "ran", checks: [], isComplete: true, answer: JSON.stringify(parts) };
  }

  async function observe(request, edits) {
    const texts = new Map([...prepared, ...edits]);
    let file = "";
    const findTest = () => {
      const task = engine.findTask();
      return task === null ? null : identify(nameCheck(file, engine.listNames(task)));
    };
    const notes = openNotes({ findTest });
    for (file of request.rest) {
      refuel(request.fuelEach);
      await runFile({ file, only: null, texts, isOver: isSpent });
    }
    const answer = JSON.stringify(notes.read());
    notes.close();
    return { status: "ran", checks: [], isComplete: true, answer };
  }

  /** All tests of a file, or those that `only` names, each in its suite's hooks. */
  async function runFile({ file, only, texts, onStep = () => {}, isOver = () => false }) {
    const path = join(root, file);
    const { checks, crash } = await engine.runFile({ path, only, texts, onStep, isOver });
    // What is done with them must not depend on what a candidate made of the built-in objects.
    const hasPackages = engine.takePackages();
    if (hasPackages && isBase) cleanUp.accept();
    const { isChanged, isWhole } = cleanUp.restore();
    // A change may be that of a package, which would not make it again.
    if (!isWhole || (isChanged && hasPackages && !engine.isHeld)) isFit = false;
    const tell = (error) => describeFailure(error, { root, file: path });
    const seen = checks.map(({ path: names, status, error, test }) => ({
      ...nameCheck(file, names),
      ...{ status, test, isStarved: error?.name === "OutOfFuel" },
      message: status === "failed" ? tell(error ?? "a subtest failed") : "",
    }));
    const whole = { ...nameCheck(file, ["(file)"]), test: null };
    if (crash !== null) return [...seen, { ...whole, status: "failed", message: tell(crash) }];
    return seen.length > 0 || only !== null ? seen : [{ ...whole, status: "passed", message: "" }];
  }
}

/** The checks of a file up to the test that did not end: who waits for it sees none of those behind it. */
function cutAtHang(checks) {
  const at = checks.findIndex(({ isStarved }) => isStarved);
  const ended = checks.slice(0, at === -1 ? checks.length : at).filter(({ name }) => name !== "(file)");
  return ended.map(({ test: _, isStarved: __, ...check }) => check);
}

function isSpent() {
  return readFuel().isSpent;
}

function nameCheck(file, names) {
  return { file, suite: names.slice(0, -1).join(" > "), name: names[names.length - 1] };
}

function identify({ file, suite, name }) {
  return JSON.stringify([file, suite, name]);
}
