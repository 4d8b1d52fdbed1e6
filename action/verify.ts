import { createRunner } from "../src/adapters/actions/create-runner.ts";
import { readActionsContext } from "../src/adapters/actions/read-actions-context.ts";
import { runJob } from "../src/run-job.ts";
import { parseInputs, verifyInputs } from "./inputs.ts";

const environment = process.env;
const runner = createRunner({ environment, write: (text) => process.stdout.write(text) });

process.exitCode = await runJob(
  {
    ...{ runner, environment, secrets: [] },
    outputs: { bundle: "", verdict: "", "verdict-file": "", verified: "0", dropped: "0" },
  },
  async () => {
    const inputs = parseInputs(verifyInputs, runner.readInput);
    const context = readActionsContext(environment);
    const { runVerifyJob } = await import("../src/run-verify-job.ts");
    return runVerifyJob(inputs, { runner, context, environment });
  },
);
