import type { WorkItem } from "../../../domain/work-item.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { locateInTree } from "../tracer.ts";

/** Lines of the test around the failing one. */
const BEFORE = 20;
const AFTER = 3;

/** The names that the failure and the lines of the test around it mention: what the test calls is suspected more. */
export async function findMentionedNames(
  item: Pick<WorkItem, "files" | "title" | "evidence">,
  sandbox: Pick<Sandbox, "read" | "mountPath">,
): Promise<ReadonlySet<string>> {
  const texts = [item.title];
  for (const { title, message, stack, at } of item.evidence) {
    texts.push(title, message);
    for (const file of item.files) {
      const line = at?.file === file ? at.line : findLine(stack, file, sandbox);
      const lines = line === null ? [] : ((await sandbox.read(file))?.toString("utf8") ?? "").split("\n");
      texts.push(...lines.slice(Math.max(0, (line ?? 0) - BEFORE), (line ?? 0) + AFTER));
    }
  }
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? []));
}

function findLine(stack: string, file: string, sandbox: Pick<Sandbox, "mountPath">): number | null {
  const frames = stack.matchAll(/([^\s()"':]+)(?:", line |:)(\d+)/g);
  for (const [, path = "", line] of frames) {
    if (path === file || locateInTree(path, sandbox) === file) return Number(line);
  }
  return null;
}
