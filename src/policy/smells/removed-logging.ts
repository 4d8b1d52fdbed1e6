import { childOf } from "../../syntax/syntax-node.ts";
import type { PolicyRule } from "../policy-rule.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { findSmells } from "./find-smells.ts";
import { makeSmell } from "./make-smell.ts";
import type { SmellDetector } from "./smell.ts";

const logger =
  /(^|\.)(console\.(log|info|warn|error|debug)|log(ger|ging)?(\.\w+)?|_?log(ger)?\.\w+|audit\w*(\.\w+)*|warn|trace)$/i;
const line =
  /\b(console\.(log|info|warn|error|debug)|log(ger|ging)?\.\w+|audit\w*|eprintln!|slog\.\w+)\s*\(/i;
const does = "writes a log";

const detector: SmellDetector = {
  script: [],
  python: [],
  text: {
    go: [{ does, pattern: line }],
    rust: [{ does, pattern: line }],
    ruby: [{ does, pattern: line }],
    jvm: [{ does, pattern: line }],
  },
  find: findLogs,
};

export const removedLogging: PolicyRule = {
  id: "removed-logging",
  group: "smells",
  title: "Calls that log or audit, taken away",
  explanation:
    "What a program tells about itself is how others notice what went wrong. It is pointed out for the reviewer, who " +
    "knows whether the log was wanted; nothing is denied.",
  async find({ files }, context) {
    const notes = [];
    for (const { path, before, after } of files) {
      const was = await findSmells({ path, text: before?.text ?? null }, detector, context);
      if (was.smells.length === 0) continue;
      const is = await findSmells({ path, text: after?.text ?? null }, detector, context);
      const fewer = was.smells.length - is.smells.length;
      const reason = `the change takes ${fewer} of ${was.smells.length} calls away that log`;
      if (fewer > 0) notes.push({ file: path, line: null, reason, severity: "note" as const });
    }
    return notes;
  },
};

function findLogs(facts: CodeFacts) {
  const { text } = facts.source;
  const calls = new Set([
    ...facts.methods.map(({ node }) => node),
    ...facts.references.flatMap(({ use, node }) =>
      use === "call" && node.parent !== null ? [node.parent] : [],
    ),
  ]);
  return [...calls].flatMap((node) => {
    const callee = childOf(node, "function");
    const isLog = callee !== null && logger.test(text.slice(callee.start, callee.end));
    return isLog ? [makeSmell(facts, node, { does })] : [];
  });
}
