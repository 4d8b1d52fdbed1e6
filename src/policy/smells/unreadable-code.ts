import type { PolicyRule } from "../policy-rule.ts";
import { codeFamilyOf, parserPathOf } from "./code/code-family.ts";

export const unreadableCode: PolicyRule = {
  id: "unreadable-code",
  group: "smells",
  title: "Code that cannot be read any more: it does not parse, or looks minified",
  explanation:
    "The rules on code read its syntax tree. A file that had one, or is new, and has none after the change could hold " +
    "anything. Write code that parses, in lines that a person reads.",
  async find({ files }, { parser }) {
    const findings = [];
    for (const { path, before, after } of files) {
      if (after?.text == null) continue;
      const family = codeFamilyOf(path, after.text);
      if (family !== "script" && family !== "python") continue;
      // Pages and components are no plain scripts, so that no grammar here reads them.
      if (/\.(vue|svelte|astro|html?|coffee|ipynb|pyx|pxd)$/i.test(path)) continue;
      const name = parserPathOf(path, family);
      const is = await parser.parse(name, after.text);
      if (is.status === "parsed") continue;
      const was = before?.text == null ? null : await parser.parse(name, before.text);
      if (was === null || was.status === "parsed")
        findings.push({ file: path, line: null, reason: is.reason });
    }
    return findings;
  },
};
