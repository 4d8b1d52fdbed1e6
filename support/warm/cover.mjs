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
    /** What ran since the last call: absolute path → functions that were called, each as `[start, end, count]` of its parts. */
    take() {
      const scripts = {};
      session.post("Profiler.takePreciseCoverage", (error, answer) => {
        for (const { url, functions } of error === null ? answer.result : []) {
          const path = locate(url);
          if (!path?.startsWith(`${root}/`) || path.includes("/node_modules/")) continue;
          const called = functions.filter(({ ranges }) => ranges[0].count > 0);
          if (called.length === 0) continue;
          scripts[path] = [
            ...(scripts[path] ?? []),
            ...called.map(({ ranges }) =>
              ranges.map(({ startOffset, endOffset, count }) => [startOffset, endOffset, count]),
            ),
          ];
        }
      });
      return scripts;
    },
    close: () => session.disconnect(),
  };
}

function locate(url) {
  const plain = unmark(url);
  if (plain.startsWith("file://")) return fileURLToPath(plain.replace(/[?#].*$/, ""));
  return plain.startsWith("/") ? plain : null;
}
