import nodeModule from "node:module";
import { installInstances } from "./instances.mjs";
import { blame, closeFile, findTask, giveUp, loadFile, openFile } from "./test-tree.mjs";

const standIn = new URL("./node-test.mjs", import.meta.url).href;

/** How files are run that use node:test: by a stand-in for it, here and now, with fresh instances of all modules. */
export function openNodeTest({ root }) {
  const instances = installInstances({
    root,
    standIns: new Map([["node:test", standIn]]),
    transform: (text, path) => (/\.[cm]?ts$/.test(path) ? nodeModule.stripTypeScriptTypes(text) : text),
  });
  process.on("uncaughtException", (error) => blame(error, "uncaughtException"));
  process.on("unhandledRejection", (error) => blame(error, "unhandledRejection"));
  process.on("beforeExit", () => {
    // The loop has to turn once more for what is given up to be told.
    setImmediate(() => {});
    giveUp();
  });

  return {
    /** Runs the tests of a file, or those that `only` names. `crash` is what the file itself threw, or null. */
    async runFile({ path, only, texts, onStep, isOver }) {
      instances.renew(texts);
      const isWanted = (test) => isNamed(test.path, only) && !isOver();
      const opened = openFile({ file: path, isWanted, onStep });
      let crash = null;
      const aborted = new Promise((_, reject) => {
        opened.abort = ({ cause }) => reject(cause);
      });
      opened.running.push(opened);
      try {
        await loadFile(opened, () => Promise.race([instances.load(path), aborted]));
      } catch (error) {
        crash = error;
        opened.isGivenUp = true;
      }
      opened.running.splice(opened.running.indexOf(opened), 1);
      const checks = await closeFile(opened);
      return { checks, crash: crash ?? opened.stray ?? null };
    },
    ...{
      loaded: instances.loaded,
      canEdit: instances.canEdit,
      takePackages: instances.takePackages,
      packages: instances.packages,
    },
    findTask,
    listNames: ({ path }) => path,
    isHeld: false,
  };
}

function isNamed(path, only) {
  if (only === null) return true;
  const name = path.join(" > ");
  return only.some(
    (wanted) => wanted === name || wanted.startsWith(`${name} > `) || name.startsWith(`${wanted} > `),
  );
}
