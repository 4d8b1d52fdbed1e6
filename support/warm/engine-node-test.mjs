import nodeModule from "node:module";
import { blame, closeFile, findRunning, giveUp, loadFile, openFile } from "./test-tree.mjs";

const standIn = new URL("./node-test.mjs", import.meta.url).href;

/** How files are run that use node:test. */
export function openNodeTest() {
  return {
    standIns: new Map([["node:test", standIn]]),
    transform: (text, path) => (/\.[cm]?ts$/.test(path) ? nodeModule.stripTypeScriptTypes(text) : text),
    ...{ blame, giveUp, findRunning },
    /** Runs the tests of a file that are wanted. `crash` is what the file itself threw, or null. */
    async runFile({ path, load, isWanted, onStep }) {
      const opened = openFile({ file: path, isWanted, onStep });
      let crash = null;
      const aborted = new Promise((_, reject) => {
        opened.abort = ({ cause }) => reject(cause);
      });
      opened.running.push(opened);
      try {
        await loadFile(opened, () => Promise.race([load(), aborted]));
      } catch (error) {
        crash = error;
        opened.isGivenUp = true;
      }
      opened.running.splice(opened.running.indexOf(opened), 1);
      const checks = await closeFile(opened);
      return { checks, crash: crash ?? opened.stray ?? null };
    },
  };
}
