import type { CodeFamily } from "./code/code-family.ts";
import type { Smell, SmellDetector, SmellyText } from "./smell.ts";

/** Smells of text that has no syntax tree, line by line. Whole-line comments are left out. Pure. */
export function findInText(text: string, detector: SmellDetector, family: CodeFamily): readonly Smell[] {
  const patterns = [...(detector.text[family] ?? []), ...patternsOfNames(detector, family)].flatMap(
    (smelly) => {
      const all = new RegExp(smelly.pattern.source, `${smelly.pattern.flags.replace("g", "")}g`);
      // Most patterns are nowhere in a file: looking at its text as a whole is quicker than at each line.
      return new RegExp(all.source, `${all.flags}m`.replace("mm", "m")).test(text)
        ? [{ ...smelly, all }]
        : [];
    },
  );
  if (patterns.length === 0) return [];
  const comment = /^(python|ruby|shell|other)$/.test(family) ? /^\s*(#|--)/ : /^\s*(\/\/|\/\*|\*\s)/;
  return text.split("\n").flatMap((line, at) =>
    comment.test(line)
      ? []
      : patterns.flatMap(({ all, does, severity = "denial" }) =>
          [...line.matchAll(all)].map(([found]) => ({
            kind: does,
            line: at + 1,
            text: line.replace(/\s+/g, ""),
            reason: `the change ${does} (${found.trim().slice(0, 60)})`,
            severity,
            isImport: false,
            isUsualInTests: false,
          })),
        ),
  );
}

function patternsOfNames(detector: SmellDetector, family: CodeFamily): readonly SmellyText[] {
  if (family !== "script" && family !== "python") return [];
  return detector[family].flatMap(({ names, does, severity = "denial" }) =>
    names.map((name) => ({ pattern: textPatternOf(name), does, severity })),
  );
}

function textPatternOf(name: string): RegExp {
  const joined = name
    .split(".")
    .map((part) =>
      part
        .replace(/[[\]()$+?^]/g, "\\$&")
        .replace("\\[*\\]", "\\s*\\[")
        .replaceAll("*", "\\w*"),
    )
    .join("\\s*(?:\\?\\.|\\.)?\\s*(?:\\[\\s*[\"'`])?");
  return new RegExp(`(?<![\\w$.])${joined}(?![\\w$])`, "u");
}
