import type { ConfigProblem } from "./config-problem.ts";

/** A problem in one line: `file:line:column: key: what is wrong; did you mean "…"?`. */
export function formatProblem({ source, key, message, suggestion }: ConfigProblem): string {
  const where = source.kind === "file" ? `${source.path}:${source.line}:${source.column}` : source.name;
  const what = suggestion === undefined ? message : `${message}; did you mean ${JSON.stringify(suggestion)}?`;
  return [where, key, what].filter((part) => part !== "").join(": ");
}
