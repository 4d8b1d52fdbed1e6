import { digest } from "../src/domain/digest.ts";
import type { Lesson } from "../src/domain/lesson.ts";
import { lessonFiles } from "../src/memory/memory-files.ts";

const words = ["cart", "total", "price", "till", "stock", "order", "queue", "market", "night", "basket"];

/** The memory files of `count` lessons of all kinds, each of its own item, diff and words. */
export function generateLessons(
  count: number,
): readonly { readonly path: string; readonly content: string }[] {
  const lines = new Map<string, string[]>();
  for (let at = 0; at < count; at += 1) {
    const lesson = generateLesson(at);
    const path = lessonFiles[lesson.kind];
    const known = lines.get(path) ?? [];
    if (known.length === 0) lines.set(path, known);
    known.push(JSON.stringify(lesson));
  }
  return [...lines].map(([path, each]) => ({ path, content: `${each.join("\n")}\n` }));
}

function generateLesson(at: number): Lesson {
  const word = (offset: number) => words[(at * 7 + offset * 3) % words.length] ?? "";
  const file = `src/${word(0)}/${word(1)}-${at % 4_000}.js`;
  const diff = `--- a/${file}\n+++ b/${file}\n@@ -${at % 90},3 +${at % 90},3 @@\n const ${word(2)} = 1;\n-if (${word(3)} < ${at}) {\n+if (${word(3)} <= ${at}) {\n return ${word(4)};\n`;
  const base = {
    id: digest("lesson", String(at)),
    campaign: `night-${Math.floor(at / 50)}`,
    cycle: at % 50,
    at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    trust: "gates" as const,
    item: {
      id: digest("item", String(at)),
      kind: "failing-test",
      title: `test/${word(1)}-${at % 4_000}.test.js: ${word(2)} adds up`,
      signature: `expected ${word(2)} ${at % 700} to equal ${word(3)} N in ${word(1)}${at % 300}`,
    },
    text: `"compare with <= instead of < in ${word(1)}${at}" does not mend ${word(2)}: gate unit is red`,
    files: [{ path: file, blob: digest("blob", String(at)).slice(0, 40) }],
  };
  const key = digest("key", String(at));
  switch (at % 3) {
    case 0:
      return { ...base, kind: "avoided", key, rule: "gate", diff };
    case 1:
      return { ...base, kind: "exhausted", key, candidates: at % 400 };
    default:
      return { ...base, kind: "pattern", key, origin: "comparison", diff, commit: "c".repeat(40) };
  }
}
