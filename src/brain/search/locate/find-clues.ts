import type { Clues, TestLiteral } from "../../../operators/clues.ts";
import { collectLiterals } from "../../../operators/collect-literals.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { observeSuspects } from "./observe-suspects.ts";
import { readId } from "./plan-traces.ts";
import type { Suspect } from "./read-suspects.ts";

const nothing: ReadonlyMap<string, Clues> = new Map();
/** Test files that are read for literals. */
const MAX_TEST_FILES = 5;

/**
 * What is known of each suspected file from outside of it: findings of the item, literals of the failing tests, and values
 * and states as they were when a warm session ran the base.
 */
export async function findClues(
  files: readonly Suspect[],
  task: Pick<BrainTask, "item" | "sandbox">,
  deps: { readonly parser: SourceParser; readonly session: Pick<WarmSession, "observe"> | null },
): Promise<(path: string) => Clues> {
  const literals = await findLiterals(task, deps);
  const observed = deps.session === null ? nothing : await observeSuspects(files, task.item, deps.session);
  return (path) => {
    const isAboutFindings = task.item.kind === "lint" || task.item.kind === "type-error";
    const findings = task.item.evidence.flatMap(({ title, message, at }) =>
      at?.file === path && isAboutFindings
        ? [{ rule: findRule(title, message), message, line: at.line }]
        : [],
    );
    return { literals, findings, ...observed.get(path) };
  };
}

/** The finder of work puts the rule, where there is one, ahead of the message. */
function findRule(title: string, message: string): string {
  if (title === message) return "";
  return title.endsWith(`: ${message}`) ? title.slice(0, -message.length - 2) : title;
}

async function findLiterals(
  { item, sandbox }: Pick<BrainTask, "item" | "sandbox">,
  { parser }: { readonly parser: SourceParser },
): Promise<readonly TestLiteral[]> {
  if (item.kind !== "failing-test") return [];
  const names = item.targets.map((target) => readId(target).name);
  const found = new Map<string, TestLiteral>();
  for (const path of item.files.slice(0, MAX_TEST_FILES)) {
    const text = (await sandbox.read(path))?.toString("utf8");
    const parsed = text === undefined ? null : await parser.parse(path, text);
    if (parsed?.status !== "parsed") continue;
    for (const literal of collectLiterals(parsed.source, names)) {
      if (!found.has(literal.text)) found.set(literal.text, literal);
    }
  }
  return [...found.values()];
}
