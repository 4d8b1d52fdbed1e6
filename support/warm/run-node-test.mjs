import nodeModule from "node:module";
import { join } from "node:path";
import { describeFailure } from "./describe-failure.mjs";
import { installInstances } from "./instances.mjs";
import { blame, closeFile, giveUp, loadFile, openFile } from "./test-tree.mjs";

const standIn = new URL("./node-test.mjs", import.meta.url).href;

/** Makes this process ready for a project that is tested by node:test, and gives the function that runs a request. */
export async function openNodeTest({ root }) {
  const instances = installInstances({ root, standIns: new Map([["node:test", standIn]]), transform: strip });
  process.on("uncaughtException", (error) => blame(error, "uncaughtException"));
  process.on("unhandledRejection", (error) => blame(error, "unhandledRejection"));
  process.on("beforeExit", () => {
    // The loop has to turn once more for what is given up to be told.
    setImmediate(() => {});
    giveUp();
  });

  return async (request) => {
    const edits = new Map(request.edits.map(({ path, content }) => [join(root, path), content]));
    const foreign = [...edits.keys()].find((path) => !instances.canEdit(path));
    if (foreign !== undefined) return { outcome: { status: "ended", reason: `${foreign} is no module` } };
    const checks = [];
    const modules = {};
    for (const { file, only } of request.first) {
      checks.push(...(await runFile(file, only)));
      modules[file] = instances.loaded();
    }
    const passed = new Set(checks.filter(({ status }) => status === "passed").map(idOf));
    if (request.first.length > 0 && !request.targets.some((target) => passed.has(target)))
      return { outcome: { status: "ran", checks, isComplete: false } };
    checks.length = 0;
    for (const file of request.rest) {
      checks.push(...(await runFile(file, null)));
      modules[file] = instances.loaded();
    }
    return {
      outcome: { status: "ran", checks, isComplete: true, ...(request.wantsModules ? { modules } : {}) },
    };

    /** All tests of a file, or those that `only` names, each in its suite's hooks. */
    async function runFile(file, only) {
      instances.renew(edits);
      const path = join(root, file);
      const opened = openFile({ file: path, isWanted: (node) => isWanted(node, only), onStep() {} });
      let crash = null;
      try {
        const aborted = new Promise((_, reject) => {
          opened.abort = ({ cause }) => reject(cause);
        });
        opened.running.push(opened);
        await loadFile(opened, () => Promise.race([instances.load(path), aborted]));
      } catch (error) {
        crash = error;
        opened.isGivenUp = true;
      }
      opened.running.splice(opened.running.indexOf(opened), 1);
      const found = await closeFile(opened);
      crash ??= opened.stray ?? null;
      const seen = found.map(({ path: names, status, error }) => ({
        file,
        suite: names.slice(0, -1).join(" > "),
        name: names.at(-1),
        status,
        message:
          status === "failed" ? describeFailure(error.cause ?? "a subtest failed", { root, file: path }) : "",
      }));
      if (crash !== null)
        seen.push({
          file,
          suite: "",
          name: "(file)",
          status: "failed",
          message: describeFailure(crash, { root, file: path }),
        });
      else if (seen.length === 0 && only === null)
        seen.push({ file, suite: "", name: "(file)", status: "passed", message: "" });
      return seen;
    }
  };
}

function isWanted({ path }, only) {
  if (only === null) return true;
  const name = path.join(" > ");
  return only.some(
    (wanted) => wanted === name || wanted.startsWith(`${name} > `) || name.startsWith(`${wanted} > `),
  );
}

function idOf({ file, suite, name }) {
  return JSON.stringify([file, suite, name]);
}

function strip(text, path) {
  return /\.[cm]?ts$/.test(path) ? nodeModule.stripTypeScriptTypes(text) : text;
}
