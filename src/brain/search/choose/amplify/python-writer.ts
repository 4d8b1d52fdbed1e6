import { applyVariant } from "./apply-variant.ts";
import type { BodyWriter } from "./body-writer.ts";

/** Turns of loops and calls in one variation: what takes more is taken for endless. */
const MAX_TURNS = 20_000;
/** The name is that of `support/nightshift_warm_fuel.py`, whose counters all sources have. */
const counting = `__import__("builtins").__nightshift_tick__ = __import__("itertools").chain(__import__("itertools").repeat(None, ${MAX_TURNS}), iter(lambda: 1 // 0, None)).__next__`;
/** Addresses differ from run to run, and a long text says enough by its digest. */
const shown = `(lambda text: text if len(text) < 160 else text[:80] + str(__import__("zlib").crc32(text.encode("utf-8", "replace"))))(__import__("re").sub(" at 0x[0-9a-fA-F]+", "", repr(`;
const STEP = "    ";

/** Writes bodies in Python. */
export const pythonWriter: BodyWriter = {
  around: (_, id) => ({
    before: `__nightshift_note(${JSON.stringify(id)}, ${shown}`,
    after: "))))",
  }),
  write(body, variants, source) {
    const { node } = body;
    const lineStart = source.text.lastIndexOf("\n", node.start - 1) + 1;
    const before = source.text.slice(lineStart, node.start);
    const isOwnLine = /^[ \t]*$/.test(before);
    const indent = isOwnLine ? before : `${/^[ \t]*/.exec(before)?.[0] ?? ""}${STEP}`;
    const parts = variants.flatMap((variant) => [
      counting,
      "try:",
      `${STEP}${deepen(applyVariant(body, variant, source), indent)}`,
      "except BaseException as nightshift_error:",
      `${STEP}__nightshift_note(${JSON.stringify(`${variant.id}:end`)}, "raises " + type(nightshift_error).__name__)`,
    ]);
    return `${isOwnLine ? "" : `\n${indent}`}${parts.join(`\n${indent}`)}`;
  },
};

/** Each line but the first one, one step further in. */
function deepen(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line, at) =>
      at > 0 && line.startsWith(indent) ? `${indent}${STEP}${line.slice(indent.length)}` : line,
    )
    .join("\n");
}
