import { CONFIG_PATH } from "../../src/config/load-config.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { findGitHubFindings } from "../../src/find-github-findings.ts";
import { showCode } from "../../src/report/show-code.ts";
import type { Desk } from "../desk.ts";

/** Something that stands in the way, and how to mend it. Markdown, with what is not ours neutralised. */
export type Obstacle = { readonly what: string; readonly mend: string };

/** What the workflows lack is told by the files themselves. */
const missingFile = /^There is no \.github\/workflows\//;

/**
 * What can be seen of a repository that keeps Nightshift from working there: its files, and what `doctor --github` looks
 * at, as far as the App may see it. Nothing is written.
 */
export async function findObstacles(
  desk: Pick<Desk, "github" | "sacred" | "configFault" | "info" | "prefix" | "readSettings">,
): Promise<{
  readonly found: readonly string[];
  readonly obstacles: readonly Obstacle[];
}> {
  const { github, sacred, configFault } = desk;
  const has = async (path: string) => (await github.readFile(sacred.commit, path)) !== null;
  const found: string[] = [];
  const obstacles: Obstacle[] = [];
  if (configFault !== null)
    obstacles.push({
      what: `\`${CONFIG_PATH}\` is not valid`,
      mend: "`npx nightshift config check` says where.",
    });
  else if (await has(CONFIG_PATH)) found.push(`\`${CONFIG_PATH}\` is there`);
  else found.push(`no \`${CONFIG_PATH}\`: gates are detected, and everything has its default`);
  for (const file of [workflowNames.campaign, workflowNames.verify]) {
    const path = `.github/workflows/${file}`;
    if (await has(path)) found.push(`\`${path}\` is there`);
    else
      obstacles.push({
        what: `there is no \`${path}\``,
        mend: "`npx nightshift init` writes it; commit it to the default branch.",
      });
  }
  const repository = `${desk.info.owner}/${desk.info.name}`;
  const findings = await findGitHubFindings({ repository, prefix: desk.prefix }, { read: desk.readSettings });
  for (const { status, detail, hint } of findings)
    if (status !== "ok" && !missingFile.test(detail))
      obstacles.push({ what: showCode(detail), mend: renderHint(hint) });
  return { found, obstacles };
}

/** What follows a hint's first line is a file to paste: a block of code within the list. */
function renderHint(hint: string): string {
  const [first = "", ...file] = hint.split("\n");
  return file.length === 0
    ? first
    : [first, "", "```json", ...file, "```"].map((text, at) => (at === 0 ? text : `  ${text}`)).join("\n");
}
