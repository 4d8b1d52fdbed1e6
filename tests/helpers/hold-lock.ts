import { lockCampaign } from "../../src/campaign/lock-campaign.ts";

/** Run as a program: takes the lock of the repository whose git directory is given, says so, and holds it. */
const [commonDir = "", campaign = ""] = process.argv.slice(2);
const lock = await lockCampaign({ commonDir, campaign }).catch((error: Error) => {
  process.stdout.write(`refused: ${error.message}\n`);
  process.exit(3);
});
process.stdout.write(`held ${lock.path}\n`);
setInterval(() => {}, 1000);
