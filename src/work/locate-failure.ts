import { fileURLToPath } from "node:url";
import type { Check } from "../domain/gate.ts";
import { isTestFile } from "../policy/protected/is-test-file.ts";

/** A place in a tracked file. `line` is 1-based. */
export type Place = { readonly file: string; readonly line: number };

/**
 * The first frame of a failure's stack that is in a tracked file which is neither a test nor a dependency; failing
 * that, the first in any tracked file; undefined when no frame is. Understands stacks of V8 (`at f (file:1:2)`),
 * Python (`File "file", line 1`; pytest's `file:1: Error`), Go and Rust (`file:1:2`). Pure.
 */
export function locateFailure(
  { file, stack = "", message = "" }: Pick<Check, "file" | "stack" | "message">,
  tracked: ReadonlySet<string>,
): Place | undefined {
  const frames = [...listFrames(stack), ...listFrames(message)].flatMap((frame) => {
    const known = findTracked(frame.file, tracked);
    return known === null ? [] : [{ file: known, line: frame.line }];
  });
  return frames.find((frame) => frame.file !== file && !isTestFile(frame.file)) ?? frames[0];
}

/** Frames in the order in which a brain should look at them: the innermost first. */
function listFrames(text: string): readonly Place[] {
  const lines = text.split("\n");
  const python = lines.flatMap((line) => {
    const match = /^\s*File "([^"\n]+)", line (\d+)/.exec(line);
    return match === null ? [] : [{ file: match[1] ?? "", line: Number(match[2]) }];
  });
  // Python prints the outermost call first, the others the innermost.
  if (python.length > 0) {
    return python.toReversed();
  }
  const others = lines.flatMap((line) => {
    const match = /((?:file:\/\/|[A-Za-z]:)?[^\s():"'`]+):(\d+)(?::\d+)?(?=[\s):,]|$)/.exec(line);
    return match === null ? [] : [{ file: stripScheme(match[1] ?? ""), line: Number(match[2]) }];
  });
  const isPytest = lines.some((line) => /^[^\s:]+\.py:\d+: ?/.test(line));
  return isPytest ? others.toReversed() : others;
}

function stripScheme(file: string): string {
  if (!file.startsWith("file://")) {
    return file;
  }
  try {
    return fileURLToPath(file);
  } catch {
    return file;
  }
}

/** The tracked path that a frame's path ends with, the longest one. */
function findTracked(path: string, tracked: ReadonlySet<string>): string | null {
  if (/(^|\/)(node_modules|site-packages|dist-packages|\.venv|venv|vendor)\//.test(path)) {
    return null;
  }
  const parts = path.replaceAll("\\", "/").split("/");
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join("/");
    if (tracked.has(rest)) {
      return rest;
    }
  }
  return null;
}
