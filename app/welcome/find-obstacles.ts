import { CONFIG_PATH } from "../../src/config/load-config.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { Desk } from "../desk.ts";

/** Something that stands in the way, and how to mend it. Text of ours alone. */
export type Obstacle = { readonly what: string; readonly mend: string };

/** What can be seen of a repository that keeps Nightshift from working there. Nothing is written. */
export async function findObstacles(desk: Pick<Desk, "github" | "sacred" | "configFault">): Promise<{
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
  return { found, obstacles };
}
