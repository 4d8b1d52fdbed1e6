/** Frames that are shown, the innermost first or last as the runner has them. */
const MAX_LINES = 12;
/** A frame is shorter; the search for its place is quadratic in the length of a word. */
const MAX_LINE_CHARS = 400;
const v8Frame = /^\s*at\s/;
const pythonFrame = /^\s*File "/;
const place = /([^\s"'`():<>]+)(?::|", line )(\d+)/g;

/**
 * A failure's stack without frames of dependencies, of the runner and of the language, and without what the message says
 * already. `isTracked` knows paths relative to the repository's root, as the stack has them by now. Pure.
 */
export function filterStack(
  stack: string,
  { message, isTracked }: { readonly message: string; isTracked(path: string): boolean },
): string {
  const said = new Set(message.split("\n").map((line) => line.trim()));
  const lines = stack.split("\n").map((line) => line.slice(0, MAX_LINE_CHARS));
  // What stands above the frames of V8 is the message, a little otherwise.
  const isV8 = message !== "" && lines.some((line) => v8Frame.test(line));
  const kept: string[] = [];
  let isForeign = false;
  for (const line of lines) {
    if (isV8 && !v8Frame.test(line)) continue;
    const isFrame = v8Frame.test(line) || pythonFrame.test(line);
    // Python prints the frame's source on the lines behind it, deeper.
    const isBelow = isForeign && !isFrame && /^\s{4,}\S/.test(line);
    if (isBelow) continue;
    isForeign = isFrame && ![...line.matchAll(place)].some(([, path = ""]) => isTracked(path));
    if (!isForeign && line.trim() !== "" && !said.has(line.trim())) kept.push(line.trimEnd());
  }
  return kept.length <= MAX_LINES ? kept.join("\n") : [...kept.slice(0, MAX_LINES), "…"].join("\n");
}
