import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What a zod issue means for the person who wrote the value: one clause, with the value. */
export function describeIssue(issue: Issue, value: unknown): string {
  if (value === undefined && issue.code !== "unrecognized_keys") return "is missing";
  if (value === null) return "is empty; give it a value or remove the key";
  switch (issue.code) {
    case "invalid_type": {
      const isQuotable = issue.expected === "string" && ["number", "boolean"].includes(typeof value);
      return `expected ${nameType(issue.expected)}, got ${show(value)}${isQuotable ? "; put it in quotes" : ""}`;
    }
    case "invalid_value":
      return `expected ${listValues(issue.values.map(String))}, got ${show(value)}`;
    case "invalid_union":
      return describeUnion(issue, value);
    case "too_small":
    case "too_big":
      return describeRange(issue, value);
    case "unrecognized_keys":
      return "unknown key";
    default:
      return `${issue.message}, got ${show(value)}`;
  }
}

/** The branch that takes this type of value says what is wrong with it; else all types are named. */
function describeUnion(issue: Extract<Issue, { code: "invalid_union" }>, value: unknown): string {
  const branches = issue.errors.flatMap((issues) => issues.slice(0, 1));
  const fitting = branches.find((branch) => branch.code !== "invalid_type" || branch.path.length > 0);
  if (fitting !== undefined) return describeIssue(fitting, fitting.path.length > 0 ? [] : value);
  const types = branches.map((branch) => (branch.code === "invalid_type" ? nameType(branch.expected) : ""));
  return `expected ${types.join(" or ")}, got ${show(value)}`;
}

function describeRange(issue: Extract<Issue, { code: "too_small" | "too_big" }>, value: unknown): string {
  if (issue.origin === "string") return "is empty";
  if (issue.origin === "array") return "is an empty list";
  const isInclusive = issue.inclusive ?? true;
  const limit =
    issue.code === "too_small"
      ? `${isInclusive ? "at least" : "more than"} ${issue.minimum}`
      : `${isInclusive ? "at most" : "less than"} ${issue.maximum}`;
  return `expected ${limit}, got ${show(value)}`;
}

function nameType(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "text",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    object: "a mapping of keys to values",
    record: "a mapping of names to texts",
  };
  return names[expected] ?? expected;
}

function listValues(values: readonly string[]): string {
  if (values.length === 1) return JSON.stringify(values[0]);
  return `one of ${values.join(", ")}`;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}
