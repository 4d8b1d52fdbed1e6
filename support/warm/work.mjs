/** What a process of a warm session does: one request after the other, each as if it were alone. */
import { join } from "node:path";
import { openCleanUp } from "./clean-up.mjs";
import { openCover } from "./cover.mjs";
import { describeFailure } from "./describe-failure.mjs";
import { installFuel, readFuel, refuel } from "./fuel.mjs";
import { openMarks } from "./marks.mjs";
import { openNotes } from "./notes.mjs";

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

  return { serve, isHeld: engine.isHeld };

  async function serve(request) {
    if (request.type === "prepare") {
      prepared = new Map(request.texts.map(({ path, content }) => [join(root, path), content]));
      return null;
    }
    const edits = request.edits.map(({ path, content }) => [join(root, path), content]);
    const foreign = edits.find(([path]) => !engine.canEdit(path))?.[0];
    if (foreign !== undefined) return { outcome: { status: "ended", reason: `${foreign} is no module` } };
    refuel(request.fuel);
    const outcome = await jobs[request.kind](request, edits);
    if (engine.takePackages()) cleanUp.accept();
    const isFit = await cleanUp.restore();
    return { outcome, isDirty: !isFit || request.kind === "trace" };
  }

  async function run(request, edits) {
    const texts = new Map([...prepared, ...edits]);
    const modules = {};
    let hasFailed = false;
    const onStep = (test) => {
      hasFailed ||= request.endsAtFailure === true && test.status === "failed";
    };
    const isOver = () => hasFailed || readFuel().isSpent;
    const runAll = async (files) => {
      const checks = [];
      for (const { file, only } of files) {
        const found = await runFile({ file, only, texts, onStep, isOver });
        checks.push(...found.map(({ test: _, ...check }) => check));
        modules[file] = engine.loaded();
        hasFailed ||= request.endsAtFailure === true && found.some(({ status }) => status === "failed");
        if (isOver()) break;
      }
      return checks;
    };
    const first = await runAll(request.first);
    if (readFuel().isSpent) return { status: "out-of-fuel", checks: first };
    const passed = new Set(first.filter(({ status }) => status === "passed").map(identify));
    const { used } = readFuel();
    if (request.endsAtFailure) return { status: "ran", checks: first, isComplete: !hasFailed, used };
    if (request.first.length > 0 && !request.targets.some((target) => passed.has(target)))
      return { status: "ran", checks: first, isComplete: false, used };
    const checks = await runAll(request.rest.map((file) => ({ file, only: null })));
    if (readFuel().isSpent) return { status: "out-of-fuel", checks };
    const wanted = request.wantsModules ? { modules } : {};
    return { status: "ran", checks, isComplete: true, used: readFuel().used, ...wanted };
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
      const checks = await runFile({ file, only: null, texts: new Map(edits) });
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
      parts.push({ file, load, tests });
    }
    marks.close();
    return { status: "ran", checks: [], isComplete: true, answer: JSON.stringify(parts) };
  }

  async function observe(request, edits) {
    const texts = new Map(edits);
    let file = "";
    const findTest = () => {
      const names = engine.findRunning();
      return names === null ? null : identify(nameCheck(file, names));
    };
    const notes = openNotes({ findTest });
    for (file of request.rest) await runFile({ file, only: null, texts });
    const answer = JSON.stringify(notes.read());
    notes.close();
    return { status: "ran", checks: [], isComplete: true, answer };
  }

  /** All tests of a file, or those that `only` names, each in its suite's hooks. */
  async function runFile({ file, only, texts, onStep = () => {}, isOver = () => false }) {
    const path = join(root, file);
    const { checks, crash } = await engine.runFile({ path, only, texts, onStep, isOver });
    const tell = (error) => describeFailure(error, { root, file: path });
    const seen = checks.map(({ path: names, status, error, test }) => ({
      ...nameCheck(file, names),
      ...{ status, test, message: status === "failed" ? tell(error ?? "a subtest failed") : "" },
    }));
    const whole = { ...nameCheck(file, ["(file)"]), test: null };
    if (crash !== null) return [...seen, { ...whole, status: "failed", message: tell(crash) }];
    return seen.length > 0 || only !== null ? seen : [{ ...whole, status: "passed", message: "" }];
  }
}

function nameCheck(file, names) {
  return { file, suite: names.slice(0, -1).join(" > "), name: names.at(-1) };
}

function identify({ file, suite, name }) {
  return JSON.stringify([file, suite, name]);
}
