import type { z } from "zod";
import { replyLimits } from "./reply-limits.ts";

type Problem = Pick<z.core.$ZodIssue, "code" | "message" | "path">;

/**
 * What a value lacks for its schema, so that a model can put it right: a few clauses, the path of each first. `value`
 * is what was checked.
 */
export function describeProblems(problems: readonly Problem[], value: unknown): readonly string[] {
  const { maxProblems } = replyLimits;
  const told = problems.slice(0, maxProblems).map((problem) => describeProblem(problem, value));
  return problems.length > maxProblems ? [...told, `and ${problems.length - maxProblems} more`] : told;
}

function describeProblem({ path, message, code }: Problem, value: unknown): string {
  const place = path.length === 0 ? "" : `${formatPath(path)}: `;
  const isMissing = code !== "unrecognized_keys" && path.length > 0 && findValue(value, path) === undefined;
  return `${place}${isMissing ? "is missing" : shorten(message.replace(/^Invalid input: /, ""))}`;
}

function formatPath(path: Problem["path"]): string {
  return path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`,
    )
    .join("");
}

function findValue(value: unknown, path: Problem["path"]): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, part as string) : undefined,
    value,
  );
}

/** Keys and values of the model's own stand in some messages. */
function shorten(message: string): string {
  return message.length > 200 ? `${message.slice(0, 199)}…` : message;
}
