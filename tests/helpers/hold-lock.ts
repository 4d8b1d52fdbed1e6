import { once } from "node:events";
import { lockCampaign } from "../../src/campaign/lock-campaign.ts";

/**
 * Run as a program: says `ready`, and for each line takes the lock of the repository whose git directory is given and says
 * how that ended. It holds what it has taken.
 */
const [commonDir = "", campaign = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
for (;;) {
  await once(process.stdin, "data");
  try {
    const lock = await lockCampaign({ commonDir, campaign });
    process.stdout.write(`held ${lock.path}\n`);
  } catch (error) {
    process.stdout.write(`refused: ${String(error)}\n`);
  }
}
