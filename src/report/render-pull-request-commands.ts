import { markdown } from "./markdown.ts";
import { neutralizeText } from "./neutralize-text.ts";
import type { PullRequestStory } from "./pull-request-story.ts";

/** How to see it for oneself, what a reviewer can say, and where this comes from. Pure. */
export function renderPullRequestCommands({ branch, command, head, nightshift }: PullRequestStory): string {
  // The command is of the base, which people wrote: it has to be shown as it runs.
  const run = command === null ? "npx nightshift plan" : command;
  const reproduce = `git fetch origin ${branch} && git switch --detach FETCH_HEAD && ${run}`;
  const approve = head === "" ? "/approve <hash of the newest commit>" : `/approve ${head}`;
  const commands = [
    [approve, "verify once more, then ready for review"],
    ["/rollback", "take it off master again"],
    ["/retry", "try the item again, in another way"],
    ["/why", "what was tried, and what each gate said"],
    ["/status", "how the campaign stands"],
    ["/stop", "end the campaign that is running"],
    ["/forget <lesson>", "what was learned here no longer holds"],
  ];
  return [
    "### See for yourself",
    markdown.codeBlock(reproduce, "sh"),
    "### What you can say",
    "As a comment of one line, by people with write permission, where the Nightshift App is installed:",
    [
      "| comment | what it does |",
      "| --- | --- |",
      ...commands.map(([say, does]) => `| \`${say}\` | ${does} |`),
    ].join("\n"),
    "Closing this keeps Nightshift from offering the item again until its code changes or the label " +
      "`nightshift:declined` is taken off.",
    `---\n\nOpened by Nightshift ${markdown.code(neutralizeText(nightshift))}. The campaign's artifact holds the journal and the patch.`,
  ].join("\n\n");
}
