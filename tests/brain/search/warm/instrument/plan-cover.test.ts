import { describe, expect, it } from "vitest";
import { insertTexts } from "../../../../../src/brain/search/warm/instrument/insert-texts.ts";
import { planCover } from "../../../../../src/brain/search/warm/instrument/plan-cover.ts";
import { createSourceParser } from "../../../../../src/syntax/parse-source.ts";

const parser = createSourceParser();

/** The parts that a script executes, as texts, and the lines of them. */
async function run(
  text: string,
): Promise<{ readonly texts: readonly string[]; readonly lines: readonly number[] }> {
  const outcome = await parser.parse("a.js", text);
  if (outcome.status === "skipped") throw new Error(outcome.reason);
  const { parts, insertions } = planCover(outcome.source, (index) => `mark(${index})`);
  const hits = new Set<number>();
  new Function("mark", insertTexts(text, insertions))((index: number) => hits.add(index));
  const executed = [...hits].toSorted((a, b) => a - b).flatMap((index) => parts[index] ?? []);
  return {
    texts: executed.map(({ start, end }) => text.slice(start, end)),
    lines: [...new Set(executed.flatMap(({ lines }) => lines))].toSorted((a, b) => a - b),
  };
}

describe("marks", () => {
  it("tell which statements and branches were executed", async () => {
    const text = [
      "function f(x) {",
      "  if (x > 1) return x;",
      "  else if (x < 0) throw x;",
      "  return x ? x && 2 : 3;",
      "}",
      "f(1);",
    ].join("\n");
    const { texts, lines } = await run(text);
    expect(texts.map((part) => part.split("\n")[0])).toEqual([
      "if (x > 1) return x;",
      "if (x < 0) throw x;",
      "return x ? x && 2 : 3;",
      "x && 2",
      "2",
      "f(1);",
    ]);
    expect(lines).toEqual([2, 3, 4, 6]);
  });

  it("know nothing of a callback that was not called", async () => {
    const { lines } = await run("const f = (list) =>\n  list.map((x) => {\n    return x;\n  });\nf([]);\n");
    expect(lines).toEqual([1, 2, 5]);
  });

  it("change nothing of what is executed", async () => {
    const text =
      '"use strict";\nlet s = "";\nfor (const x of [1, 2, 3]) switch (x) { case 1: s += "a"; break; default: s += x; }\ndo s += "!"; while (s.length < 5);\nlabel: for (;;) { break label; }\ntry { null.x; } catch { s += "c"; }\nreturn s;';
    const outcome = await parser.parse("a.js", `function f() {${text}}`);
    if (outcome.status === "skipped") throw new Error(outcome.reason);
    const { insertions } = planCover(outcome.source, (index) => `mark(${index})`);
    const marked = insertTexts(outcome.source.text, insertions);
    expect(new Function("mark", `${marked}; return f();`)(() => {})).toBe(new Function(text)());
  });
});
