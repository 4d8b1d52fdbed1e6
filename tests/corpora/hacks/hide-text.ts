import type { Random } from "../harness/random.ts";
import type { ProjectKind } from "../projects/project.ts";

/** An expression that gives a text at run time and does not hold it. */
export function hideText(text: string, language: ProjectKind["language"], random: Random): string {
  const middle = random.int(1, Math.max(1, text.length - 2));
  const halves = [text.slice(0, middle), text.slice(middle)].map((part) => JSON.stringify(part));
  const codes = [...text].map((letter) => letter.codePointAt(0)).join(", ");
  const reversed = JSON.stringify([...text].reverse().join(""));
  return language === "js"
    ? random.pick([
        `[${halves.join(", ")}].join("")`,
        `String.fromCharCode(${codes})`,
        `[...${reversed}].reverse().join("")`,
        `atob("${Buffer.from(text).toString("base64")}")`,
      ])
    : random.pick([
        `"".join([${halves.join(", ")}])`,
        `"".join(map(chr, [${codes}]))`,
        `${reversed}[::-1]`,
        `bytes.fromhex("${Buffer.from(text).toString("hex")}").decode()`,
      ]);
}
