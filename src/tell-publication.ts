import type { Runner } from "./adapters/actions/create-runner.ts";
import { nameSuggestion } from "./publish/bundle/name-files.ts";
import type { Publication } from "./publish/publication.ts";
import type { PublicationRefusal } from "./publish/publication-refusal.ts";
import type { PlannedPublication } from "./publish/publish.ts";
import { type Annotation, capAnnotations } from "./report/cap-annotations.ts";
import { cutSummary } from "./report/cut-summary.ts";
import { markdown } from "./report/markdown.ts";
import { toPlainText } from "./report/plain-text.ts";
import { renderConfidence } from "./report/render-confidence.ts";

const { code } = markdown;

/** Tells what publishing did, at the run and in its outputs, and gives the exit code: 1 for what is refused. */
export function tellPublication(
  publication: Publication | PlannedPublication | PublicationRefusal,
  runner: Pick<Runner, "annotate" | "appendSummary" | "setOutput">,
): number {
  switch (publication.status) {
    case "refused": {
      const { rule, reason } = publication;
      runner.annotate("error", toPlainText(reason), `Nothing is published: ${rule}`);
      runner.appendSummary(`## Nightshift: nothing is published\n\n${code(rule)}: ${code(reason)}\n`);
      return 1;
    }
    case "planned":
      runner.appendSummary(cutSummary(renderPlan(publication)));
      return 0;
    case "published":
    case "interrupted":
      if (publication.status === "interrupted")
        runner.annotate("notice", toPlainText(publication.reason), "Not all yet");
      for (const { level, title, message } of capAnnotations(listHindrances(publication)))
        runner.annotate(level, message, title);
      runner.setOutput("pull-requests", JSON.stringify(publication.pullRequests.map(({ url }) => url)));
      runner.setOutput("status", publication.status);
      runner.appendSummary(cutSummary(renderPublication(publication)));
      return 0;
    default:
      return publication satisfies never;
  }
}

/** What a person has to put right, such as a setting that keeps workflows from opening pull requests. Pure. */
function listHindrances({ left, master }: Publication): readonly Annotation[] {
  const offers = left
    .filter(({ rule }) => rule === "stopped")
    .map(({ cycle, reason }) => ({ title: `Cycle ${cycle} could not be offered`, message: reason }));
  const onMaster =
    master.status === "left" ? [{ title: "Master was left as it is", message: master.reason }] : [];
  return [...onMaster, ...offers].map((each) => ({ level: "warning", ...each }));
}

function renderPlan({ plan: { offers, left } }: PlannedPublication): string {
  const lines = offers.map(({ cycles, ref }) => `- ${code(ref)}: cycles ${cycles.join(", ")}`);
  return `${[`## Nightshift: ${offers.length} pull requests planned`, "Nothing was written.", ...lines, ...renderLeft(left)].join("\n")}\n`;
}

function renderPublication({
  pullRequests,
  left,
  suggestions,
  master,
  memory,
  patches,
  reason,
}: Publication): string {
  const made = pullRequests.filter(({ status }) => status === "created").length;
  const head =
    pullRequests.length === 0
      ? "no pull request to offer"
      : `${made} new of ${pullRequests.length} pull requests`;
  const sections = [
    `## Nightshift: ${head}`,
    ...(reason === "" ? [] : [`${code(reason)}`]),
    pullRequests
      .map(({ url, cycles, status }) => `- ${url} (${status}; cycles ${cycles.join(", ")})`)
      .join("\n"),
    renderLeft(left).join("\n"),
    renderSuggested(suggestions).join("\n"),
    `Master: ${master.status}${master.reason === "" ? "" : `, ${code(master.reason)}`}. Memory: ${
      memory.status === "stored" ? `${memory.lessons} lessons stored` : `left, ${code(memory.reason)}`
    }.`,
    ...(patches.length === 0
      ? []
      : [`Waiting as patches in the artifact: ${patches.map((name) => code(name)).join(", ")}.`]),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function renderLeft(
  left: readonly { readonly cycle: number; readonly title: string; readonly reason: string }[],
) {
  return left.map(
    ({ cycle, title, reason }) => `- not offered: cycle ${cycle}, ${code(title)}: ${code(reason)}`,
  );
}

function renderSuggested(suggestions: Publication["suggestions"]): readonly string[] {
  return suggestions.map(
    ({ cycle, title, subject, confidence }) =>
      `- suggested, not verified and not offered: cycle ${cycle}, ${code(title)}: ${code(subject)} (confidence ` +
      `${code(renderConfidence(confidence))}); its patch is \`${nameSuggestion(cycle)}\` in the campaign's artifact`,
  );
}
