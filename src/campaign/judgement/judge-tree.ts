import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { GateJudgement, Objection } from "../../domain/judgement.ts";
import { compareGate } from "../../gates/compare.ts";
import { findIdentityFaults, type IdentityFault } from "../../gates/find-identity-faults.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { type CandidateTree, runCandidateTree } from "./run-candidate-tree.ts";
import type { TreeResult } from "./run-tree.ts";

/** What one tree's gates say, up to the first no. */
export type TreeVerdict = {
  readonly gates: readonly GateJudgement[];
  readonly objections: readonly Objection[];
  readonly results: ReadonlyMap<string, GateResult>;
  /** Whether nothing has said no. */
  readonly isOpen: boolean;
};

/** How many ids or files a reason names. */
const MAX_NAMED = 3;

/** Runs gates on a tree and compares each with the base. The first no ends it, since nothing can mend that. */
export async function judgeTree(input: CandidateTree, deps: CampaignDeps): Promise<TreeVerdict> {
  const { position } = input;
  const gates: GateJudgement[] = [];
  const objections: Objection[] = [];
  const results = new Map<string, GateResult>();
  for await (const ran of runCandidateTree(input, deps)) {
    deps.onProgress({ phase: "judging", detail: ran.result.gate });
    const spec = findSpec(ran.result.gate, deps);
    results.set(spec.name, ran.result);
    const gate = noteCanary(judgeGate({ spec, position, candidate: ran.result }, deps), ran);
    gates.push(gate);
    const objection = findTampering(ran, input) ?? findIdentityObjection(ran.result, input, deps);
    if (objection !== null) objections.push(objection);
    if (objection !== null || saysNo(gate)) return { gates, objections, results, isOpen: false };
  }
  return { gates, objections, results, isOpen: true };
}

/** Compares one gate's result with the base's, with what is known of the gate. */
export function judgeGate(
  input: { readonly spec: GateSpec; readonly position: MeasuredPosition; readonly candidate: GateResult } & {
    readonly base?: GateResult | undefined;
  },
  { config }: Pick<CampaignDeps, "config">,
): GateJudgement {
  const { spec, position, candidate } = input;
  const { results, setAside, proofs } = position.measurement;
  return compareGate({
    ...{ spec, candidate },
    base: input.base ?? results.get(spec.name),
    isStrict: config.promotion.strict,
    setAside: setAside.get(spec.name) ?? new Set(),
    proof: proofs.get(spec.name),
  });
}

/** Whether a gate ends a judgement. */
export function saysNo({ status, isRequired }: GateJudgement): boolean {
  return status === "red" || (isRequired && status !== "green");
}

/** The evidence says where nothing was planted, and what a forged report showed counts for nothing. */
function noteCanary(gate: GateJudgement, { canary }: TreeResult): GateJudgement {
  if (canary.status === "impossible")
    return { ...gate, reason: `${gate.reason}; no canary: ${canary.reason}` };
  if (canary.status !== "tampered") return gate;
  return { ...gate, status: "error", reason: `tampered: ${canary.reason}`, fixed: [], broken: [] };
}

function findTampering(
  { result, touched, canary }: TreeResult,
  { position, edits }: CandidateTree,
): Objection | null {
  const { gate } = result;
  if (canary.status === "tampered") {
    const { reason } = canary;
    const denials = edits.map(({ path }) => ({ rule: "tampered", file: path, line: null, reason }));
    return { rule: "tampered", gate, reason, denials };
  }
  const paths = touched.filter((path) => !position.measurement.touched.has(path));
  if (paths.length === 0) return null;
  const reason = `its run touched files of the tree: ${nameSome(paths)}`;
  const denials = paths.map((file) => ({
    ...{ rule: "tampered", file, line: null },
    reason: `${file} was written, moved or made while the candidate's code ran in gate ${gate}, which the base's does not do`,
  }));
  return { rule: "tampered", gate, reason, denials };
}

function findIdentityObjection(
  candidate: GateResult,
  { position }: CandidateTree,
  { defences }: Pick<CampaignDeps, "defences">,
): Objection | null {
  const { results, setAside, fleeting } = position.measurement;
  const base = results.get(candidate.gate);
  if (!defences.has("identity") || base === undefined) return null;
  const none = new Set<string>();
  const faults = findIdentityFaults({
    ...{ base, candidate },
    setAside: setAside.get(candidate.gate) ?? none,
    fleeting: fleeting.get(candidate.gate) ?? none,
  });
  if (faults.length === 0) return null;
  const reason = `${faults.length} tests of the base are gone or skipped: ${nameSome(faults.map(({ id }) => id))}`;
  return { rule: "identity", gate: candidate.gate, reason, denials: faults.map(describeFault) };
}

function describeFault({ kind, check, id }: IdentityFault): Objection["denials"][number] {
  const what = kind === "gone" ? "is there no more" : "is skipped, which it was not";
  return { rule: "identity", file: check.file, line: null, reason: `${id} ${what}` };
}

function nameSome(names: readonly string[]): string {
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  return `${names.slice(0, MAX_NAMED).join(", ")}${more}`;
}

function findSpec(name: string, { gates }: Pick<CampaignDeps, "gates">): GateSpec {
  const spec = gates.find((gate) => gate.name === name);
  if (spec === undefined) throw new Error(`a result names a gate that is not there: ${name}`);
  return spec;
}
