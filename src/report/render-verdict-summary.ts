import type { Verdict } from "../domain/bundle-verdict.ts";
import { markdown } from "./markdown.ts";

const { code, codeCell } = markdown;

/** What came of a verification. */
export type VerdictSummaryInput =
  | { readonly status: "verified"; readonly verdict: Verdict; readonly cid: string }
  | { readonly status: "refused"; readonly rule: string; readonly reason: string };

/** A verification for the page of its run, in Markdown. Pure. */
export function renderVerdictSummary(input: VerdictSummaryInput): string {
  if (input.status === "refused")
    return `## Nightshift: the bundle is refused\n\n${code(input.rule)}: ${code(input.reason)}\n`;
  const { promotions, bundle, base } = input.verdict;
  const verified = promotions.filter(({ status }) => status === "verified").length;
  const head =
    promotions.length === 0 ? "nothing to verify" : `${verified} of ${promotions.length} promotions verified`;
  const rows = promotions.map(
    ({ cycle, status, aloneTree, reason }) =>
      `| ${cycle} | ${status} | ${aloneTree === null ? "no" : "yes"} | ${codeCell(reason)} |`,
  );
  const table =
    rows.length === 0
      ? []
      : [["| cycle | verdict | alone | why |", "| --- | --- | --- | --- |", ...rows].join("\n")];
  const facts = `Bundle ${code(bundle)} on ${code(base)}; verdict ${code(input.cid)}.`;
  return `${[`## Nightshift: ${head}`, ...table, facts].join("\n\n")}\n`;
}
