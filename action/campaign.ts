import { createRunner } from "../src/adapters/actions/create-runner.ts";
import { readActionsContext } from "../src/adapters/actions/read-actions-context.ts";
import { runJob } from "../src/run-job.ts";
import { campaignInputs, parseInputs } from "./inputs.ts";

const environment = process.env;
const runner = createRunner({ environment, write: (text) => process.stdout.write(text) });

process.exitCode = await runJob(
  {
    ...{ runner, environment, secrets: [runner.readInput("api-key")] },
    outputs: {
      ...{
        campaign: "",
        "stop-reason": "FAILED",
        promoted: "0",
        rejected: "0",
        "cost-usd": "0",
        tokens: "0",
      },
      ...{ bundle: "", "bundle-id": "", base: "" },
    },
  },
  async () => {
    const inputs = parseInputs(campaignInputs, runner.readInput);
    const context = readActionsContext(environment);
    const { runCampaignJob } = await import("../src/run-campaign-job.ts");
    return runCampaignJob({ ...inputs, flags: inputs }, { runner, context, environment });
  },
);
