import { digest } from "../../domain/digest.ts";
import { readDefaultPolicies } from "./default-policies.ts";
import { loadCedar } from "./load-cedar.ts";
import { type PolicyProblem, policyInvalid } from "./policy-problem.ts";
import { type CapabilityPolicy, type PolicySource, readPolicies } from "./read-policies.ts";

/** Policies that Cedar has parsed and keeps under a name. */
export type CompiledPolicies = {
  readonly name: string;
  readonly byId: ReadonlyMap<string, CapabilityPolicy>;
};

/**
 * The default policies with a project's own, checked against the schema. A project can only forbid more: a `permit` of
 * its is a mistake, since somebody relies on it.
 *
 * Throws the usage error `POLICY_INVALID` with every problem, each with file and line.
 */
export async function compilePolicies(project: readonly PolicySource[]): Promise<CompiledPolicies> {
  const { schema, sources } = await readDefaultPolicies();
  const ours = await readAll(sources);
  const theirs = await readAll(project);
  const policies = [...ours.policies, ...theirs.policies];
  const problems = [
    ...ours.problems,
    ...theirs.problems,
    ...findPermits(theirs.policies),
    ...findTwins(policies),
  ];
  if (problems.length > 0) throw policyInvalid(problems);
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const set = { staticPolicies: Object.fromEntries(policies.map(({ id, text }) => [id, text])) };
  const invalid = await validate(set, schema, byId);
  if (invalid.length > 0) throw policyInvalid(invalid);
  const name = digest("capabilities", schema, JSON.stringify(set));
  const cedar = await loadCedar();
  for (const answer of [cedar.preparseSchema(name, schema), cedar.preparsePolicySet(name, set)]) {
    if (answer.type === "failure") throw new Error(answer.errors.map(({ message }) => message).join("; "));
  }
  return { name, byId };
}

async function readAll(sources: readonly PolicySource[]) {
  const files = await Promise.all(sources.map(readPolicies));
  return {
    policies: files.flatMap(({ policies }) => policies),
    problems: files.flatMap(({ problems }) => problems),
  };
}

function findPermits(policies: readonly CapabilityPolicy[]): readonly PolicyProblem[] {
  return policies
    .filter(({ effect }) => effect === "permit")
    .map(({ path, line }) => ({
      path,
      line,
      message: "a project's policies can only forbid, and this one permits",
    }));
}

function findTwins(policies: readonly CapabilityPolicy[]): readonly PolicyProblem[] {
  const seen = new Set<string>();
  return policies.flatMap(({ id, path, line }) => {
    const isTwin = seen.has(id);
    seen.add(id);
    return isTwin ? [{ path, line, message: `another policy has the id ${JSON.stringify(id)} already` }] : [];
  });
}

async function validate(
  policies: { readonly staticPolicies: Record<string, string> },
  schema: string,
  byId: ReadonlyMap<string, CapabilityPolicy>,
): Promise<readonly PolicyProblem[]> {
  const cedar = await loadCedar();
  const answer = cedar.validate({ schema, policies, validationSettings: { mode: "strict" } });
  if (answer.type === "failure") throw new Error(answer.errors.map(({ message }) => message).join("; "));
  return answer.validationErrors.map(({ policyId, error }) => {
    const { path = "policies", line = 1 } = byId.get(policyId) ?? {};
    const help = error.help === null ? "" : `; ${error.help}`;
    return { path, line, message: `${error.message}${help}` };
  });
}
