import type { ChangedFile } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { codeFamilyOf, parserPathOf } from "./code/code-family.ts";
import { readCode } from "./code/read-code.ts";

export const unreadableCode: PolicyRule = {
  id: "unreadable-code",
  group: "smells",
  title: "Code that cannot be read any more: it does not parse, looks minified or cannot be followed",
  explanation:
    "The rules on code read its syntax tree. A file that had one, or is new, and has none after the change could hold " +
    "anything, and so could a call of what dozens of assignments lead to. Write code that parses, in lines that a " +
    "person reads.",
  async find({ files }, context) {
    const { parser } = context;
    const findings: PolicyFinding[] = [];
    for (const file of files) {
      const { path, before, after } = file;
      if (after?.text == null) continue;
      const family = codeFamilyOf(path, after.text);
      if (family !== "script" && family !== "python") continue;
      // Pages and components are no plain scripts, so that no grammar here reads them.
      if (/\.(vue|svelte|astro|html?|coffee|ipynb|pyx|pxd)$/i.test(path)) continue;
      const name = parserPathOf(path, family);
      const is = await parser.parse(name, after.text);
      if (is.status === "parsed") {
        findings.push(...findEntangled(file, await readCode({ path, text: after.text }, context)));
        continue;
      }
      const was = before?.text == null ? null : await parser.parse(name, before.text);
      if (was === null || was.status === "parsed")
        findings.push({ file: path, line: null, reason: is.reason });
    }
    return findings;
  },
};

/** Added lines that call or write to what stands for more than can be followed. */
function findEntangled(file: ChangedFile, facts: CodeFacts | null): readonly PolicyFinding[] {
  if (facts === null || facts.entangled.length === 0) return [];
  const added = new Set(diffFileLines(file).added.map(({ line }) => line));
  const lines = new Set(facts.entangled.map(({ line }) => line).filter((line) => added.has(line)));
  return [...lines].map((line) => ({
    file: file.path,
    line,
    reason: "what is called or changed here is too entangled to be followed",
  }));
}
