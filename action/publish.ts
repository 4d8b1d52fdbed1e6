import { createRunner } from "../src/adapters/actions/create-runner.ts";
import { readActionsContext } from "../src/adapters/actions/read-actions-context.ts";
import { runJob } from "../src/run-job.ts";
import { parseInputs, publishInputs } from "./inputs.ts";

const environment = process.env;
const runner = createRunner({ environment, write: (text) => process.stdout.write(text) });

process.exitCode = await runJob(
  {
    ...{ runner, environment, secrets: [runner.readInput("github-token")] },
    outputs: { "pull-requests": "[]", status: "failed" },
  },
  async () => {
    const { githubToken: token, ...inputs } = parseInputs(publishInputs, runner.readInput);
    const context = readActionsContext(environment);
    const { runPublishJob } = await import("../src/run-publish-job.ts");
    return runPublishJob({ ...inputs, token }, { runner, context });
  },
);
