/** V8's own coverage of what runs between two moments (https://chromedevtools.github.io/devtools-protocol/v8/Profiler/). */
import { Session } from "node:inspector";
import { fileURLToPath } from "node:url";
import { unmark } from "./instances.mjs";

/** Begins to count in `root`; what was compiled before has no blocks. */
export function openCover({ root }) {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

  return {
    /** What ran since the last call: absolute path → its functions, each as `[start, end, count]` of its parts. */
    take() {
      const scripts = {};
      session.post("Profiler.takePreciseCoverage", (error, answer) => {
        for (const { url, functions } of error === null ? answer.result : []) {
          const path = locate(url);
          if (!path?.startsWith(`${root}/`) || path.includes("/node_modules/")) continue;
          // Of those that were not called V8 tells the ones within what was: they are what it did not come to.
          if (functions.every(({ ranges }) => ranges[0].count === 0)) continue;
          const parts = functions.map(({ ranges }) => ranges.map(describeRange));
          scripts[path] = [...(scripts[path] ?? []), ...parts];
        }
      });
      return scripts;
    },
    close: () => session.disconnect(),
  };
}

function describeRange({ startOffset, endOffset, count }) {
  return [startOffset, endOffset, count];
}

function locate(url) {
  const plain = unmark(url);
  if (plain.startsWith("file://")) return fileURLToPath(plain.replace(/[?#].*$/, ""));
  return plain.startsWith("/") ? plain : null;
}
