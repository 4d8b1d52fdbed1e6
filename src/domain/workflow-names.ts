/**
 * What Nightshift's files in a repository are called. The workflows are in `.github/workflows/`; a campaign's takes the
 * dispatch inputs `goal`, `focus`, `max-cycles`, `max-hours` and `max-cost`, each optional; the one that verifies for
 * the App takes `run` (id of the campaign's run, whose bundle it fetches) and `bundle` (its id).
 */
export const workflowNames = {
  campaign: "nightshift.yml",
  verify: "nightshift-verify.yml",
  /** Artifact of a campaign: the files of a bundle. */
  bundle: "nightshift-bundle",
  /** Artifact of verify: `verdict.json`. */
  verdict: "nightshift-verdict",
} as const;
