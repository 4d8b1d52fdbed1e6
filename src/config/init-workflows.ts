/** A workflow file to write into a repository. */
export type WorkflowFile = { readonly path: string; readonly text: string };

const folder = ".github/workflows";
const dispatchInputs = ["goal", "focus", "max-cycles", "max-hours", "max-cost"] as const;

/**
 * The workflows of a repository, which call Nightshift's own: a nightly campaign that is published by its own run, or,
 * for the App, one that may only read and one that verifies. `nameAction` gives what stands after `uses:`. Pure.
 */
export function initWorkflows(input: {
  readonly isForApp: boolean;
  readonly nameAction: (place: string) => string;
}): readonly WorkflowFile[] {
  const { isForApp, nameAction } = input;
  const called = isForApp ? "nightshift-campaign.yml" : "nightshift.yml";
  const campaign = {
    path: `${folder}/nightshift.yml`,
    text: `name: Nightshift
on:
  schedule: [{ cron: "17 3 * * *" }]
  workflow_dispatch:
    inputs: { ${dispatchInputs.map((name) => `${name}: {}`).join(", ")} }
jobs:
  night:
    uses: ${nameAction(`${folder}/${called}`)}
    permissions: { contents: ${isForApp ? "read" : "write, pull-requests: write, issues: write, actions: read"} }
    with: { ${dispatchInputs.map((name) => `${name}: "\${{ inputs.${name} }}"`).join(", ")} }
    secrets: { api-key: "\${{ secrets.NIGHTSHIFT_API_KEY }}" }
`,
  };
  const verify = {
    path: `${folder}/nightshift-verify.yml`,
    text: `name: Nightshift verify
on:
  workflow_dispatch:
    inputs: { run: { required: true }, bundle: { required: true } }
jobs:
  verify:
    uses: ${nameAction(`${folder}/nightshift-verify.yml`)}
    permissions: { contents: read, actions: read }
    with: { run: "\${{ inputs.run }}", bundle: "\${{ inputs.bundle }}" }
`,
  };
  return isForApp ? [campaign, verify] : [campaign];
}
