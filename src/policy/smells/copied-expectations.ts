import { textOf } from "../../syntax/source.ts";
import { childOf, walkTree } from "../../syntax/syntax-node.ts";
import type { ChangedFile, ChangeSet } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { readCode } from "./code/read-code.ts";
import { judgeSpecialCase } from "./copied/judge-special-case.ts";
import { listTestFiles } from "./copied/list-test-files.ts";
import { type Literal, unpack } from "./copied/literal.ts";
import type { SpecialCase } from "./copied/special-case.ts";
import { findSpecialCases } from "./copied/special-cases.ts";
import { readTestUnits, type TestUnit } from "./copied/test-units.ts";

export const copiedExpectations: PolicyRule = {
  id: "copied-expectations",
  group: "smells",
  title: "Special cases and tables in sources that hold a test's inputs with its expected results",
  explanation:
    "A source that knows the tests' examples by heart passes them without solving anything. Compute the result; where " +
    "a value truly is special, a person adds it.",
  async find(change, context) {
    const suspects: { file: ChangedFile; before: CodeFacts | null; cases: readonly SpecialCase[] }[] = [];
    for (const file of change.files) {
      if (isTestFile(file.path)) continue;
      const after = await readCode({ path: file.path, text: file.after?.text ?? null }, context);
      if (after === null) continue;
      const added = new Set(diffFileLines(file).added.map(({ line }) => line));
      const cases = findSpecialCases(after, (node) => isAdded(node, added));
      if (cases.length === 0) continue;
      const before = await readCode({ path: file.path, text: file.before?.text ?? null }, context);
      suspects.push({ file, before, cases });
    }
    if (suspects.length === 0) return [];
    const units = await readUnits(change, context);
    if (units.length === 0) return [];
    return suspects.flatMap(({ file, before, cases }) => judge(file.path, cases, before, units));
  },
};

function isAdded({ line, endLine }: { line: number; endLine: number }, added: ReadonlySet<number>): boolean {
  for (let at = line; at <= endLine; at += 1) if (added.has(at)) return true;
  return false;
}

function judge(
  path: string,
  cases: readonly SpecialCase[],
  before: CodeFacts | null,
  units: readonly TestUnit[],
): readonly PolicyFinding[] {
  const known = {
    literals: new Set(before === null ? [] : listAll(before)),
    functions: new Set(before === null ? [] : listFunctions(before)),
    subjects: new Set(before === null ? [] : findSpecialCases(before).map(({ subject }) => subject)),
  };
  const judged = cases.map((one) => ({ one, verdict: judgeSpecialCase(one, units, known) }));
  return judged.flatMap(({ one, verdict }): readonly PolicyFinding[] => {
    if (verdict === null) return [];
    const isSeveral =
      judged.filter((other) => other.verdict === "alike" && other.one.form === one.form).length > 1;
    const isTelling = verdict === "copied" || (verdict === "alike" && isSeveral);
    if (verdict === "alike" && !isSeveral) return [];
    const isDenied = isTelling && (one.form !== "row" || isTable(one, judged));
    const reason =
      one.form === "constant"
        ? "a function answers every question with a value that a test expects"
        : "the code pairs values as a test pairs its input with what it expects";
    return [{ file: path, line: one.node.line, reason, severity: isDenied ? "denial" : "note" }];
  });
}

function listAll(facts: CodeFacts): readonly Literal[] {
  const plain =
    /^(string|number|integer|float|unary_expression|unary_operator|template_string|property_identifier)$/;
  return [...walkTree(facts.source.root)].flatMap((node) => {
    if (!plain.test(node.type)) return [];
    if (node.type === "property_identifier") return [textOf(node, facts.source)];
    const value = facts.foldValue(node);
    return typeof value === "string" || typeof value === "number" ? unpack(value) : [];
  });
}

function listFunctions(facts: CodeFacts): readonly string[] {
  return [...walkTree(facts.source.root)].flatMap((node) => {
    if (!/function|method|lambda/.test(node.type)) return [];
    const name = childOf(node, "name") ?? childOf(node.parent ?? node, "name");
    return name === null ? [] : [textOf(name, facts.source)];
  });
}

/** Whether rows are a table of a test's examples: two or more, and at least half of all; phrases need only one. */
function isTable(row: SpecialCase, judged: readonly { one: SpecialCase; verdict: string | null }[]): boolean {
  const table = judged.filter(({ one }) => one.form === "row" && one.subject === row.subject);
  const copied = table.filter(({ verdict }) => verdict === "copied" || verdict === "alike");
  if (row.asked.some((value) => typeof value === "string" && /[^\w-]/.test(value.trim()))) return true;
  return copied.length >= 2 && copied.length * 2 >= table.length;
}

async function readUnits(change: ChangeSet, context: PolicyContext): Promise<readonly TestUnit[]> {
  const units: TestUnit[] = [];
  for (const path of listTestFiles(change)) {
    const facts = await readCode({ path, text: await context.readBase(path) }, context);
    if (facts !== null) units.push(...readTestUnits(facts));
  }
  return units;
}
