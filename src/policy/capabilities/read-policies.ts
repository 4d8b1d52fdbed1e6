import { loadCedar } from "./load-cedar.ts";
import type { PolicyProblem } from "./policy-problem.ts";
import { splitPolicies } from "./split-policies.ts";

/** A file of Cedar policies. */
export type PolicySource = {
  /** As messages call it. */
  readonly path: string;
  readonly text: string;
};

/** One policy with where it stands. */
export type CapabilityPolicy = {
  /** From its annotation `@id`, else file and line. */
  readonly id: string;
  /** From its annotation `@reason`; "" without one. */
  readonly reason: string;
  readonly effect: "permit" | "forbid";
  readonly text: string;
  readonly path: string;
  readonly line: number;
};

/** Reads the policies of a file; what is none is a problem. Templates are none. */
export async function readPolicies({ path, text }: PolicySource): Promise<{
  readonly policies: readonly CapabilityPolicy[];
  readonly problems: readonly PolicyProblem[];
}> {
  const { policyToJson } = await loadCedar();
  const policies: CapabilityPolicy[] = [];
  const problems: PolicyProblem[] = [];
  for (const statement of splitPolicies(text)) {
    const { line } = statement;
    const read = policyToJson(statement.text);
    if (read.type === "failure") {
      const [error] = read.errors;
      const offset = error?.sourceLocations?.[0]?.start ?? 0;
      const message = [error?.message, error?.help].filter(Boolean).join("; ");
      problems.push({ path, line: line + countLines(statement.text, offset), message });
      continue;
    }
    const { effect, annotations = {} } = read.json;
    const id = annotations.id ?? `${path}:${line}`;
    policies.push({ id, reason: annotations.reason ?? "", effect, text: statement.text, path, line });
  }
  return { policies, problems };
}

/** Lines before an offset in bytes, which is how Cedar counts. */
function countLines(text: string, offset: number): number {
  return Buffer.from(text).subarray(0, offset).toString("utf8").split("\n").length - 1;
}
