import type { CampaignState } from "../domain/campaign-state.ts";
import { formatDuration } from "./format-duration.ts";
import { markdown } from "./markdown.ts";
import { renderCycle } from "./render-cycle.ts";
import { renderGates } from "./render-gates.ts";
import { renderSetAside } from "./render-set-aside.ts";
import { renderCost, renderSpend } from "./render-spend.ts";
import { renderSuggestions } from "./render-suggestions.ts";

const { code, codeBlock, codeCell } = markdown;

/**
 * The report of a campaign, in Markdown: what was kept or refused and why, with the evidence, what was set aside, what
 * is still open, and how to look at it and take it back. Pure.
 */
export function renderReport(state: CampaignState): string {
  const sections = [
    `# Nightshift campaign ${code(state.campaign)}`,
    renderUnsafe(state),
    renderSummary(state),
    renderFacts(state),
    renderGates(state),
    ...(state.cycles.length === 0
      ? []
      : ["## Cycles", ...state.cycles.map((cycle) => renderCycle(cycle, state))]),
    renderSuggestions(state),
    renderOpenCycle(state),
    renderSetAside(state),
    renderOpenWork(state),
    renderCommands(state),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function renderUnsafe({ safety }: CampaignState): string {
  return safety === "on"
    ? ""
    : "> **Unsafe:** this campaign ran with `--no-safety`. Policy recorded its denials and refused none of them: do not " +
        "publish or merge any of this.";
}

function renderSummary(state: CampaignState): string {
  const { completed, promoted, suggested, rejected, errors } = state;
  const others = completed - promoted - suggested - rejected - errors;
  const counts = [
    `${promoted} promoted`,
    ...(suggested > 0 ? [`${suggested} suggested`] : []),
    `${rejected} rejected`,
    ...(others > 0 ? [`${others} without a candidate`] : []),
    ...(errors > 0 ? [`${errors} ended in an error`] : []),
  ];
  const end =
    state.stopReason === null
      ? "It is still running, or was killed: `nightshift run --resume` goes on with it."
      : `It ended as **${state.stopReason}**: ${code(state.stopDetail)}.`;
  const dryRun = state.isDryRun ? " This was a dry run: no ref was written." : "";
  return `${completed} cycles: ${counts.join(", ")}. ${end}${dryRun}`;
}

function renderFacts(state: CampaignState): string {
  const { isolation, masterCommit, candidates, candidatesMs, modelSpend } = state;
  const perSecond = candidatesMs === 0 ? "" : `, ${((candidates * 1000) / candidatesMs).toFixed(1)} a second`;
  const facts = [
    ...(state.goal === "" ? [] : [["goal", codeCell(state.goal)]]),
    ["started", codeCell(state.startedAt)],
    ["took", formatDuration(state.elapsedMs)],
    ["base", `${codeCell(state.base)} of ${codeCell(state.sacred)}`],
    [
      "master",
      masterCommit === null ? "not prepared" : `${codeCell(masterCommit)} on ${codeCell(state.masterRef)}`,
    ],
    ["brain and method", `${codeCell(state.brain)}, ${codeCell(state.method)}`],
    ["seed", state.seed === null ? "none" : String(state.seed)],
    ["candidates tried", `${candidates}${perSecond}`],
    ...(modelSpend.calls === 0 ? [] : [["models", renderSpend(modelSpend)]]),
    ["cost", renderCost(state.costUsd, modelSpend)],
    ["isolation", isolation.kind === "bubblewrap" ? "bubblewrap" : `**none**: ${codeCell(isolation.reason)}`],
    ["learned", `${state.avoidedApproaches} approaches to avoid`],
  ];
  const warnings = state.warnings.map(
    ({ message, hint }) => `> **Warning:** ${code(message)}${hint === "" ? "" : ` ${code(hint)}`}`,
  );
  const table = ["| | |", "| --- | --- |", ...facts.map((row) => `| ${row.join(" | ")} |`)].join("\n");
  return [...warnings, table].join("\n\n");
}

function renderOpenCycle({ openCycle }: CampaignState): string {
  return openCycle === null
    ? ""
    : `Cycle ${openCycle.cycle}, ${code(openCycle.item.title)}, has started and not finished.`;
}

function renderOpenWork({ workFound, cycles }: CampaignState): string {
  const outcomes = new Map(cycles.map(({ item, outcome }) => [item.id, outcome]));
  const open = workFound.items.filter(({ id }) => outcomes.get(id) !== "promoted");
  if (open.length === 0 && workFound.exhausted === 0) {
    return "";
  }
  const lines = open.map(({ id, title, gate }) => {
    const outcome = outcomes.get(id);
    return `- ${code(title)} (${code(gate)}${outcome === undefined ? "" : `; ${outcome} in this campaign`})`;
  });
  const exhausted =
    workFound.exhausted === 0
      ? []
      : [
          `- ${workFound.exhausted} more that memory knows as exhausted: nothing new to try until their code changes`,
          ...workFound.exhaustedTitles.map((title) => `  - ${code(title)}`),
        ];
  return ["## Still open", [...lines, ...exhausted].join("\n")].join("\n\n");
}

function renderCommands(state: CampaignState): string {
  const promotions = state.cycles.flatMap(({ promotion }) => (promotion === null ? [] : [promotion]));
  const [first] = promotions;
  if (first === undefined || state.isDryRun) {
    return "";
  }
  const branch = state.masterRef.replace(/^refs\/heads\//, "");
  const look = [
    `git log --oneline ${state.base}..${branch}`,
    `git diff ${state.base} ${branch}`,
    ...promotions.map(({ commit, subject }) => `git show ${commit}  # ${subject}`),
  ];
  const back = promotions
    .toReversed()
    .map(
      ({ snapshot, cycle }) => `nightshift rollback ${nameSnapshot(snapshot)}  # as before cycle ${cycle}`,
    );
  return [
    "## Look at it, take it over, take it back",
    "Your own branch, index and work tree are as they were. The promotions are commits of their own:",
    codeBlock(look.join("\n"), "sh"),
    "A rollback is a new commit on master with the tree of a snapshot, and can itself be rolled back:",
    codeBlock(back.join("\n"), "sh"),
  ].join("\n\n");
}

/** `<campaign>/<cycle>`, as the command takes it. */
function nameSnapshot(ref: string): string {
  return ref.replace(/^.*\/snapshot\//, "");
}
