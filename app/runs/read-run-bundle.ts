import { bundleLimits } from "../../src/domain/bundle.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { fetchArtifact } from "../../src/fetch-artifact.ts";
import type { Bundle } from "../../src/publish/bundle/bundle.ts";
import { checkBundle } from "../../src/publish/bundle/check-bundle.ts";
import { readBundle } from "../../src/publish/bundle/read-bundle.ts";
import type { Desk } from "../desk.ts";

/** The bundle of a campaign's run, read as hostile data; or why there is none. */
export async function readRunBundle(
  run: number,
  desk: Pick<Desk, "github" | "info" | "sacred">,
): Promise<
  | { readonly status: "read"; readonly bundle: Bundle; readonly zip: Buffer }
  | { readonly status: "missing" | "refused"; readonly reason: string }
> {
  const maxBytes = bundleLimits.totalBytes;
  const fetched = await fetchArtifact({ run, name: workflowNames.bundle, maxBytes }, desk);
  if (fetched.status !== "fetched") return fetched;
  const read = await readBundle({ zip: fetched.zip });
  if (read.status === "refused") return { status: "refused", reason: `${read.rule}: ${read.reason}` };
  const { owner, name } = desk.info;
  const checked = checkBundle(read.bundle.manifest, {
    repository: `${owner}/${name}`,
    sacred: desk.sacred.branch,
    // Nothing is published without a verdict, and verify gives none without isolation.
    isVerifiedIsolated: true,
  });
  return checked.status === "refused"
    ? { status: "refused", reason: `${checked.rule}: ${checked.reason}` }
    : { status: "read", bundle: read.bundle, zip: fetched.zip };
}
