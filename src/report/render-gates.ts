import type { CampaignState } from "../domain/campaign-state.ts";
import type { GateSummary } from "../domain/events.ts";
import { markdown } from "./markdown.ts";

const { codeCell } = markdown;
const SHOWN_FILES = 2;

/** The gates with what they said at first and last, and whether they have proved that they can fail. Pure. */
export function renderGates(state: CampaignState): string {
  if (state.gates.length === 0) {
    return "";
  }
  const first = new Map(state.firstMeasurement.map((summary) => [summary.gate, summary]));
  const last = new Map(state.lastMeasurement.map((summary) => [summary.gate, summary]));
  const proofs = new Map(state.proofs.map((proof) => [proof.gate, proof]));
  const rows = state.gates.map(({ name, kind, command }) => {
    const proof = proofs.get(name);
    const shown = proof === undefined ? "not asked" : `${proof.status}: ${codeCell(proof.reason)}`;
    const results = `${renderSummary(first.get(name))} | ${renderSummary(last.get(name))}`;
    return `| ${codeCell(name)} | ${kind} | ${codeCell(command)} | ${results} | ${shown} |`;
  });
  const head = [
    "| gate | kind | command | at first | when last measured | can it fail |",
    `${"| --- ".repeat(6)}|`,
  ];
  return ["## Gates", [...head, ...rows].join("\n")].join("\n\n");
}

function renderSummary(summary: GateSummary | undefined): string {
  if (summary === undefined) {
    return "not measured";
  }
  const network = summary.network === "host" ? ", with network" : "";
  const files = (summary.outputFiles ?? []).slice(0, SHOWN_FILES).map((name) => codeCell(`output/${name}`));
  const output = files.length === 0 ? "" : `, whole output in ${files.join(" and ")}`;
  return `${summary.status}: ${codeCell(summary.reason)}${network}${output}`;
}
