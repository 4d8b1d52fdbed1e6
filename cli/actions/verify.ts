import { writeAtomically } from "../../src/adapters/write-atomically.ts";
import type { Verdict } from "../../src/domain/bundle-verdict.ts";
import { usageError } from "../../src/domain/errors.ts";
import { findBundle } from "../../src/find-bundle.ts";
import { openStopSignals } from "../../src/open-stop-signals.ts";
import { readVersion } from "../../src/read-version.ts";
import { runVerification } from "../../src/run-verification.ts";
import type { VerifyOptions } from "../commands/verify.ts";
import type { ActionInput } from "../run-action.ts";
import { showCampaign } from "../show-campaign.ts";

const REFUSED = 1;

/** `nightshift verify`: a verdict on a bundle. Gives 0 with a verdict, whatever it says, and 1 for a refused bundle. */
export async function verifyAction({ options, output }: ActionInput<VerifyOptions>): Promise<number> {
  if (options.config !== undefined)
    throw usageError({
      code: "CONFIG_NOT_TRUSTED",
      message: `Verify goes by the configuration of the base, not by ${options.config}.`,
      hint: "Leave --config and NIGHTSHIFT_CONFIG out.",
    });
  const source = await findBundle(options.bundle);
  const view = showCampaign(process.stderr, options);
  using stop = openStopSignals(() => output.note("Stopping. Press Ctrl-C again to stop at once."));
  const { repo, base = null, root = null, repository = null, maxMinutes = null } = options;
  const verification = await runVerification({
    ...{ source, repo, base, root, repository, maxMinutes, sacred: null },
    ...{ environment: process.env, nightshift: readVersion(), signal: stop.signal },
    onEvent: (entry, state) => {
      // Of the campaign that it is not, a person need not read.
      if (entry.event.type !== "campaign-started") view.onEvent(entry, state);
    },
    onProgress: (progress) => {
      if (progress.phase === "verifying" && !process.stderr.isTTY)
        output.note(`Verifying ${progress.detail}.`);
      view.onProgress(progress);
    },
  });
  view.close();
  if (verification.status === "refused") {
    const { rule, reason } = verification;
    output.result({ json: verification, text: `Refused by ${rule}: ${reason}` });
    return REFUSED;
  }
  const { verdict, text, cid } = verification;
  if (options.output !== undefined) await writeAtomically(options.output, text);
  output.result({ json: { status: "verified", cid, verdict }, text: render(verdict, cid) });
  return 0;
}

function render({ bundle, base, masterTree, promotions }: Verdict, cid: string): string {
  const verified = promotions.filter(({ status }) => status === "verified").length;
  return [
    `Bundle ${bundle} on ${base.slice(0, 12)}, master's tree ${masterTree.slice(0, 12)}.`,
    ...promotions.map(({ cycle, status, reason, aloneTree }) => {
      const how = aloneTree === null ? "" : ", alone too";
      return `Cycle ${cycle}: ${status}${how}: ${reason}`;
    }),
    `${verified} of ${promotions.length} promotions verified; verdict ${cid}.`,
  ].join("\n");
}
