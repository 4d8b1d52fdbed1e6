import { describeError } from "../../domain/errors.ts";
import type { Capabilities, CapabilityAnswer, CapabilityRequest } from "./capabilities.ts";
import { type CompiledPolicies, compilePolicies } from "./compile-policies.ts";
import { describeResource } from "./describe-resource.ts";
import { loadCedar } from "./load-cedar.ts";
import type { PolicySource } from "./read-policies.ts";

/** What capabilities are made of besides the default policies. */
export type CapabilitiesInput = {
  /** Of every ref that Nightshift writes: "nightshift". */
  readonly prefix: string;
  /** Short name of the sacred branch. */
  readonly sacred: string;
  /** A project's own policies, which can only forbid more. */
  readonly project: readonly PolicySource[];
};

/** Capabilities by Cedar. Nothing is loaded before the first question; an error in a policy denies, and so does any other. */
export function createCapabilities(input: CapabilitiesInput): Capabilities {
  let compiling: Promise<CompiledPolicies> | undefined;
  const compile = (): Promise<CompiledPolicies> => {
    compiling ??= compilePolicies(input.project);
    return compiling;
  };
  return {
    isAllowed: async (request) => {
      try {
        return await ask(request, await compile(), input);
      } catch (error) {
        return { status: "denied", policies: [], reason: `it could not be decided: ${describeError(error)}` };
      }
    },
    verify: async () => void (await compile()),
  };
}

async function ask(
  request: CapabilityRequest,
  { name, byId }: CompiledPolicies,
  refs: Pick<CapabilitiesInput, "prefix" | "sacred">,
): Promise<CapabilityAnswer> {
  const cedar = await loadCedar();
  const resource = describeResource(request.resource, refs);
  const answer = cedar.statefulIsAuthorized({
    principal: { type: "Actor", id: request.principal },
    action: { type: "Action", id: request.action },
    resource: resource.uid,
    context: request.action === "runCommand" ? { command: request.command } : {},
    entities: [resource],
    preparsedSchemaName: name,
    preparsedPolicySetId: name,
    validateRequest: true,
  });
  if (answer.type === "failure") return deny(answer.errors.map(({ message }) => message));
  const { decision, diagnostics } = answer.response;
  // Cedar passes over a policy that fails, and a forbid that fails would then forbid nothing.
  if (diagnostics.errors.length > 0) return deny(diagnostics.errors.map(({ error }) => error.message));
  if (decision === "allow") return { status: "allowed" };
  const policies = diagnostics.reason.toSorted();
  const reasons = policies.map((id) => byId.get(id)?.reason || `policy ${id} forbids it`);
  const { principal, action } = request;
  const nobody = `no policy lets the ${principal} do ${action} on ${resource.uid.id}`;
  return { status: "denied", policies, reason: reasons.length === 0 ? nobody : reasons.join("; ") };
}

function deny(errors: readonly string[]): CapabilityAnswer {
  return { status: "denied", policies: [], reason: `it could not be decided: ${errors.join("; ")}` };
}
