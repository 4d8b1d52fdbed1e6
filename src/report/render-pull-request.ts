import { fitSections, type Section } from "./fit-sections.ts";
import { neutralizeText } from "./neutralize-text.ts";
import type { PromotionStory, PullRequestStory } from "./pull-request-story.ts";
import { renderPullRequestCommands } from "./render-pull-request-commands.ts";
import { renderPullRequestEvidence } from "./render-pull-request-evidence.ts";
import { renderPullRequestFacts } from "./render-pull-request-facts.ts";
import { renderRefusedAttempts } from "./render-refused-attempts.ts";
import { showCode } from "./show-code.ts";

const maxTitleChars = 120;

/** Title and text of a draft pull request. */
export type RenderedPullRequest = { readonly title: string; readonly body: string };

/**
 * The draft pull request of a story: what was wrong, what was red and is green, what it cost, how to see it for oneself,
 * what was tried and refused, and what a reviewer can say. All that came from a repository or a model is in code and
 * neutralised. The text is as long as `maxChars` as far as that leaves room for 20,000. Pure.
 */
export function renderPullRequest(
  story: PullRequestStory,
  { maxChars }: { readonly maxChars: number },
): RenderedPullRequest {
  const sections: readonly Section[] = [
    { text: renderIntroduction(story), weight: 0 },
    { text: renderPlace(story), weight: 0 },
    ...story.promotions.flatMap((promotion, at): readonly Section[] => [
      { text: renderHeading(promotion, story), weight: at === 0 ? 0 : 9 },
      { text: renderPullRequestEvidence(promotion), weight: 5 },
      { text: renderPullRequestFacts(promotion), weight: 4 },
      { text: renderRefusedAttempts(promotion), weight: 2 },
    ]),
    { text: renderPullRequestCommands(story), weight: 0 },
  ];
  return { title: renderTitle(story), body: fitSections(sections, maxChars) };
}

/** A title is no Markdown, and becomes the subject of a squashed commit. */
function renderTitle({ promotions, campaign }: PullRequestStory): string {
  const [first] = promotions;
  const text =
    promotions.length === 1 && first !== undefined
      ? first.subject
      : `Nightshift: ${promotions.length} promotions of campaign ${campaign}`;
  const line = neutralizeText(text).replace(/\s+/g, " ").trim();
  const characters = [...(line === "" ? "Nightshift: a promotion" : line)];
  return characters.length <= maxTitleChars
    ? characters.join("")
    : `${characters.slice(0, maxTitleChars - 1).join("")}…`;
}

function renderIntroduction({ campaign, promotions }: PullRequestStory): string {
  const what = promotions.length === 1 ? "This is a promotion" : `These are ${promotions.length} promotions`;
  return (
    `${what} of Nightshift campaign ${showCode(campaign)}. Every gate ran again on a machine of its own, isolated and ` +
    "without secrets, before this was opened. It is a draft: nothing merges it but a person."
  );
}

function renderPlace(story: PullRequestStory): string {
  const { stackedOn, sacred, base, hasSacredMoved, isOnMaster, alsoHolds } = story;
  const where =
    stackedOn === null
      ? alsoHolds.length === 0
        ? `It stands on ${showCode(sacred)} alone (${showCode(base.slice(0, 12))}) and needs no other pull request.`
        : `It stands on ${showCode(sacred)} (${showCode(base.slice(0, 12))}).`
      : `It is **stacked** on ${showCode(stackedOn)}: merge that one first.`;
  const why =
    story.stackReason === "" || (stackedOn === null && alsoHolds.length === 0)
      ? ""
      : ` Why it is not offered alone: ${showCode(story.stackReason)}.`;
  const more =
    alsoHolds.length === 0
      ? ""
      : `\n\n> **It holds more than its own change**, since it was verified so:\n${alsoHolds
          .slice(0, 20)
          .map((subject) => `> - ${showCode(subject)}`)
          .join("\n")}`;
  const moved = hasSacredMoved
    ? ` ${showCode(sacred)} has gone further since, in files that this does not touch.`
    : "";
  const master = isOnMaster ? "" : " It is not on master: what master holds has changed meanwhile.";
  return `${where}${why}${moved}${master}${more}`;
}

function renderHeading({ item, subject, cycle }: PromotionStory, { promotions }: PullRequestStory): string {
  const heading = promotions.length === 1 ? "## What was wrong" : `## Cycle ${cycle}: ${showCode(subject)}`;
  const files = item.files.slice(0, 10).map((file) => showCode(file));
  const lines = [
    `${showCode(item.title)}, found by gate ${showCode(item.gate)} (${showCode(item.kind)}).`,
    ...(item.signature === "" ? [] : [`It failed as ${showCode(item.signature)}.`]),
    ...(files.length === 0 ? [] : [`Where: ${files.join(", ")}.`]),
  ];
  return `${heading}\n\n${lines.join(" ")}`;
}
