import type { ChangedFile } from "../change-set.ts";
import { diffFileLines, type PlacedLine } from "../diff-lines.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { readCode } from "../smells/code/read-code.ts";
import { findSecrets } from "./find-secrets.ts";

export const secret: PolicyRule = {
  id: "secret",
  group: "secrets",
  title: "New text that looks like a key, a token or a password",
  explanation:
    "What a repository holds, everybody has, and a key in history stays there. Read it from the environment or a " +
    "store of secrets. The denial names the kind and the line, never the value; a key that was there before is no " +
    "finding of this change, and has to be revoked by a person.",
  async find({ files }, context) {
    const findings: PolicyFinding[] = [];
    const isKnown = (value: string) => files.some(({ before }) => before?.text?.includes(value) ?? false);
    for (const file of files) {
      const lines = [...diffFileLines(file).added, ...(await listJoinedTexts(file, context))];
      if (lines.length === 0) continue;
      const text = lines.map((line) => line.text).join("\n");
      const seen = new Set<string>();
      for (const { name, offset, value } of await findSecrets(file.path, text)) {
        const line = lines[text.slice(0, offset).split("\n").length - 1]?.line ?? null;
        if (isKnown(value) || seen.has(`${line}`)) continue;
        seen.add(`${line}`);
        findings.push({ file: file.path, line, reason: `the line looks like it holds a key (${name})` });
      }
    }
    return findings;
  },
};

/** Texts that code puts together from parts, which no single line shows. */
async function listJoinedTexts(
  { path, after }: ChangedFile,
  context: PolicyContext,
): Promise<readonly PlacedLine[]> {
  const facts = await readCode({ path, text: after?.text ?? null }, context);
  return (facts?.texts ?? []).flatMap(({ value, node }) =>
    /^(binary|call|template|concatenated)/.test(node.type) && value.length >= 16
      ? [{ line: node.line, text: value.replace(/[\r\n]+/g, "\\n") }]
      : [],
  );
}
