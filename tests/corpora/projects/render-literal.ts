import type { Value } from "./domain.ts";
import type { ProjectKind } from "./project.ts";

/** A value as a literal of JavaScript or Python. */
export function renderLiteral(value: Value, language: ProjectKind["language"]): string {
  if (language === "js" || typeof value === "string" || typeof value === "number")
    return JSON.stringify(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map((item) => renderLiteral(item, language)).join(", ")}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${renderLiteral(item as Value, language)}`,
  );
  return `{${pairs.join(", ")}}`;
}
